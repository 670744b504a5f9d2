#pragma once

#include "sdk/notification.h"
#include "ui/widgets/themed_widget.h"

#include <QTimer>

namespace simiao::shell {

class TopBar;

/// What has just arrived, in one line over the status at the top of the window: nothing that is typed, pressed or read of a
/// patient stands there. It takes no focus, tells screen readers, and goes by itself; the list keeps it.
class NotificationToast : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param bar  it lies where that has room
    explicit NotificationToast(TopBar *bar);

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
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    TopBar *m_bar;
    sdk::Notification m_shown;
    QTimer m_fading;
};

} // namespace simiao::shell
