#pragma once

#include "shell/notification_list.h"
#include "shell/overlay_panel.h"

#include <functional>

class QAction;
class QScrollArea;
class QVBoxLayout;

namespace simiao::ui {
class LinkButton;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::shell {

/// The list of notifications, opened by whoever wants to read it and only then with the focus: Tab goes from one answer to
/// the next, Esc closes it.
class NotificationPanel : public OverlayPanel
{
    Q_OBJECT

public:
    /// The action of a command that could run here; null where there is none.
    using ActionFinder = std::function<QAction *(const QString &command)>;

    /// \param list    outlives the panel
    /// \param clock   for the time of day
    /// \param parent  it floats over it
    NotificationPanel(NotificationList *list,
                      std::shared_ptr<const Clock> clock,
                      ActionFinder findAction,
                      QWidget *parent);

    /// Opens below this widget, at the right.
    void setAnchor(const QWidget *anchor) { m_anchor = anchor; }
    void toggle();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open();
    void layOut();
    void rebuild();
    QWidget *lineOf(const ListedNotification &each);
    void act(const QString &id, const QPointer<QAction> &action, int index);
    void place();
    void followFocus(const QWidget *now);
    void focusFirst();
    void translate();

    NotificationList *m_list;
    std::shared_ptr<const Clock> m_clock;
    ActionFinder m_findAction;
    const QWidget *m_anchor = nullptr;
    ui::PanelHeader *m_header;
    ui::LinkButton *m_dismissAll;
    ui::LinkButton *m_close;
    QScrollArea *m_scroll;
    QWidget *m_lines = nullptr;
};

} // namespace simiao::shell
