#pragma once

#include "drafts/file_draft_journal.h"
#include "sdk/desk.h"
#include "shell/window_layout.h"
#include "shell/workstation.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QMenu;
class QStackedWidget;

namespace simiao::ui {
class PatientBanner;
class TextLabel;
} // namespace simiao::ui

namespace simiao::shell {

class CommandPalette;
class CommandRegistry;
class DeskSwitch;
class InterfaceLanguage;
class MessageLine;
class NotificationList;
class NotificationPanel;
class NotificationToast;
class ObservedDrafts;
class PanelWindows;
class SessionDesk;
class SessionNotices;
struct DeskEntry;
class ShellActions;
class ShellMemory;
class TopBar;
class UnansweredWatch;

/// Everything on the screen from log-in to log-out: status at the top, the patient below it, the desk, and what there
/// is to say; and the windows of panels on other screens. What was typed survives it in the draft journal.
class Workplace : public QWidget
{
    Q_OBJECT

public:
    /// What a workplace stands on; outlives it.
    struct Ground
    {
        const Workstation &workstation;
        InterfaceLanguage &language;
        ShellMemory &memory;
        ShellActions &actions;
    };

    Workplace(const Ground &ground,
              workflow::Session session,
              std::unique_ptr<drafts::FileDraftJournal> journal,
              QWidget *parent = nullptr);
    ~Workplace() override;

    SessionDesk *desk() const { return m_desk; }
    PanelWindows *panels() const { return m_panels; }
    NotificationList *notifications() const { return m_notifications; }
    /// Opens the first desk; once it is on the screen.
    void start();

Q_SIGNALS:
    /// What hospital, department or person chose holds now.
    void settingsApplied();
    /// The person wants the training profile as it was at its beginning, and has said so twice.
    void resetConfirmed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectDesk();
    void connectNotifications();
    void connectPanels();
    void applySettings();
    void watch(drafts::FileDraftJournal *journal);
    void makeMenus();
    void onAction(const QAction *action, const std::function<void()> &act);
    void offerDisplays(QMenu *menu);
    QWidget *makePage(const DeskEntry &desk);
    void showAbout();
    void showHelp();
    void askForReset();
    /// A page over the desk until it closes itself or another desk is opened.
    template <typename Page>
    void showOver(Page *page);
    void loadDepartment();

    void translate();
    void showDesk();
    void showPatient();
    void showNotifications();
    void showDrafts();
    void showPerson();
    void showTime();
    void showLink();

    const Workstation &m_workstation;
    InterfaceLanguage &m_language;
    ShellActions &m_actions;
    WindowLayout m_layout;

    CommandRegistry *m_commands;
    ObservedDrafts *m_drafts = nullptr;
    SessionDesk *m_desk;
    PanelWindows *m_panels;
    NotificationList *m_notifications;
    TopBar *m_bar;
    ui::PatientBanner *m_banner;
    ui::TextLabel *m_nobody; ///< in the banner, while there is no patient
    QStackedWidget *m_pages;
    DeskSwitch *m_desks;
    MessageLine *m_message;
    CommandPalette *m_palette;
    NotificationToast *m_toast;
    NotificationPanel *m_notificationPanel;
    SessionNotices *m_notices;
    UnansweredWatch *m_unanswered;
    QTimer m_minute;

    std::optional<administration::Organization> m_department;
    std::vector<std::optional<sdk::BannerPatient>> m_patients; ///< of each desk
    std::vector<QPointer<const sdk::Visit>> m_visits;          ///< of each desk
    bool m_isDurable = true;
};

} // namespace simiao::shell
