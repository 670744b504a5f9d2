#pragma once

#include "ui/theme/severity.h"

#include <QAbstractButton>
#include <QPointer>

#include <optional>

class QAction;

namespace simiao::shell {

/// The bell of the top bar with how many notifications there are; filled and in the colour of the gravest while there are any.
class BellButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit BellButton(QWidget *parent = nullptr);

    /// \param action  what a press does; the bell has its name and its key. Not owned
    void setAction(QAction *action);
    /// \param gravest  nothing while there is none
    void setCount(int count, std::optional<ui::Severity> gravest);
    int count() const { return m_count; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    int textWidth() const;

    QPointer<QAction> m_action;
    int m_count = 0;
    std::optional<ui::Severity> m_gravest;
};

} // namespace simiao::shell
