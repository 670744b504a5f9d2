#pragma once

#include "core/result.h"
#include "sdk/plugin_manifest.h"
#include "shell/panel_window.h"

#include <QHash>
#include <QObject>

#include <array>

class QAction;
class QScreen;

namespace simiao::shell {

class CommandRegistry;
class ShellMemory;

/// Which panels of the open visits stand in windows of their own, and on which screens. Remembered for each person and each
/// set of screens; where a screen goes, its panels are back on their pages, with everything in them. What is shown to the
/// patient is not remembered and ends with her visit: whoever sits there must never see the next one's.
class PanelWindows : public QObject
{
    Q_OBJECT

public:
    /// \param memory  outlives the windows
    /// \param user    whose choice is remembered
    /// \param home    the windows are seen while it is
    PanelWindows(ShellMemory &memory, QString user, sdk::ProfileKind kind, QWidget *home);

    /// What stands on the page in place of `panel`; the panel itself may be sent to its window at once.
    QWidget *placeFor(const sdk::Extension &extension,
                      const sdk::Visit *visit,
                      QWidget *panel,
                      QWidget *parent);
    /// In all windows, in one step. Null: none is open.
    void showVisit(const sdk::Visit *visit, const ui::PatientSummary &patient);
    /// Null until a panel was put there.
    PanelWindow *window(ScreenRole role) const { return m_windows.at(std::size_t(role)); }

    /// Moves the panel in hand to the window of this role, for every visit, or to the patient's screen for this one: the one
    /// with the focus, else the one that is seen on its page.
    /// \returns Unavailable `screen.single`; NotFound `panel.none`; Forbidden `panel.not-for-patients` (title)
    Result<void> moveOut(ScreenRole role);
    /// Moves it to the screen that it is made for. As above.
    Result<void> moveOut();
    /// Brings the panel in hand back, or all of them when it is at home. NotFound `panel.none`.
    Result<void> bringBack();

    /// Makes the actions known as shell.panel.move-out, shell.panel.show-patient, shell.panel.bring-back.
    void offer(CommandRegistry *commands, QWidget *window) const;
    QList<QAction *> actions() const { return {m_moveOut, m_showPatient, m_bringBack}; }
    void translate();

Q_SIGNALS:
    void failed(const simiao::Error &error);
    /// The screen of these panels is gone; they are on their pages again.
    void screenLost(const QStringList &titles);
    /// A panel shows something that is not for the patient, and left her screen.
    void withheld(const QString &title);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Try = Result<void> (PanelWindows::*)();

    QAction *newAction(const QString &id, const QString &key, Try act);
    Result<void> showToPatient() { return moveOut(ScreenRole::Patient); }
    PanelPlace *inHand() const;
    PanelWindow *windowFor(ScreenRole role);
    PanelWindow *windowOf(const PanelPlace *place) const;
    QScreen *screenFor(ScreenRole role) const;
    QScreen *homeScreen() const;
    void assign(PanelPlace *place, ScreenRole role);
    std::optional<ScreenRole> rememberedRole(const QString &component) const;
    void sendHome(const QString &component);
    void bringHome(const QString &component);
    void endShowing(const QString &component);
    void empty(PanelWindow *window);
    void loseScreen(const QScreen *screen);
    void checkSafety(PanelPlace *place);
    void forget(PanelPlace *place);
    void followHome();
    void rememberScreen(const PanelWindow *window);
    QString key(const QString &what) const;

    ShellMemory &m_memory;
    QString m_user;
    sdk::ProfileKind m_kind;
    QWidget *m_home;
    std::array<PanelWindow *, std::size(kScreenRoles)> m_windows{};
    std::array<QScreen *, std::size(kScreenRoles)> m_screens{}; ///< where each was put
    std::vector<PanelPlace *> m_places;
    QHash<QString, ScreenRole> m_roles; ///< of the components that are away
    const sdk::Visit *m_visit = nullptr;
    ui::PatientSummary m_patient;
    QAction *m_moveOut;
    QAction *m_showPatient;
    QAction *m_bringBack;
};

} // namespace simiao::shell
