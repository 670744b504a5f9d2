#pragma once

#include "sdk/desk.h"

#include <QWidget>

namespace simiao::admin {

/// One section of the administrator's page, made when it is first opened. Its actions count while it is shown.
class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(sdk::Desk *desk, QWidget *parent = nullptr);

    /// The focus where work begins.
    virtual void enter() = 0;
    virtual void retranslate() = 0;

Q_SIGNALS:
    /// The person steps back to the list of sections.
    void left();

protected:
    /// Escape in a part that leaveByEscape() was called for steps back.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void leaveByEscape(QWidget *part);

    sdk::Desk *desk() const { return m_desk; }
    /// \param keys  portable; may be empty
    QAction *addCommand(const QString &id, const QString &keys);
    /// A row of buttons for actions, the first being the one primary action when `hasPrimary`.
    QWidget *actionBar(const QList<QAction *> &actions, bool hasPrimary) const;

private:
    sdk::Desk *m_desk;
};

} // namespace simiao::admin
