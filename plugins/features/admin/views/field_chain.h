#pragma once

#include <QObject>
#include <QWidgetList>

namespace simiao::admin {

/// Fields that Enter walks forwards and Escape backwards. One that takes no focus now is passed over. Nothing typed is
/// touched.
class FieldChain : public QObject
{
    Q_OBJECT

public:
    explicit FieldChain(const QWidgetList &fields, QObject *parent = nullptr);

    /// To the first field that takes the focus.
    void enter();

Q_SIGNALS:
    /// One field was left by Enter or Escape.
    void walked();
    void passedEnd();
    void passedStart();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void walk(qsizetype position, int step);
    void goTo(qsizetype position, int step);

    QWidgetList m_fields;
};

} // namespace simiao::admin
