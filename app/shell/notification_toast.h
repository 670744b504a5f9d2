#pragma once

#include "sdk/notification.h"
#include "ui/widgets/themed_widget.h"

#include <QTimer>

namespace simiao::shell {

/// What has just arrived, in one line over the status at the top of the window: nothing that is typed or read of a patient
/// stands there. It takes no focus, tells screen readers, and goes by itself; the list keeps it.
class NotificationToast : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param bar   it lies over it
    /// \param bell  it ends before it
    NotificationToast(QWidget *bar, QWidget *bell);

    void tell(const sdk::Notification &notification);
    /// Where it is this one that is shown.
    void take(const QString &id);
    QString text() const { return m_shown.text; }

Q_SIGNALS:
    /// Pressed: the list is wanted.
    void pressed();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_bell;
    sdk::Notification m_shown;
    QTimer m_fading;
};

} // namespace simiao::shell
