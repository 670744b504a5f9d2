#pragma once

#include "sdk/profile_kind.h"
#include "shell/window_layout.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QStackedLayout;

namespace simiao::workflow {
struct Session;
}

namespace simiao::shell {

class LoginPage;
class ProfileBand;
class Workplace;

/// The one window: the log-in page, or the workplace of who is logged in. Whoever locked it, or let a colleague in, has her
/// workplace waiting behind the log-in page, with the caret where it was. A profile that is not real is marked above
/// everything. F1 opens the help also where nobody is logged in.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// \param memory  outlives the window
    explicit MainWindow(ShellMemory &memory);
    ~MainWindow() override;

    /// Whose people they are: stands above all pages and in the title.
    void setProfileKind(sdk::ProfileKind kind);
    /// \param folder  resources: the help is read from there
    void setResources(const QString &folder) { m_resources = folder; }

    LoginPage *login() const { return m_login; }
    /// Of who is working now; null while the log-in page is shown.
    Workplace *workplace() const { return m_workplace; }
    /// Takes it over and shows it.
    void enter(Workplace *workplace);
    /// Shows the workplace that waits for this session; false when there is none, or her rights have changed since.
    bool resume(const workflow::Session &session);
    /// The log-in page covers everything; only the password is missing.
    void lock();
    /// The log-in page covers everything; anybody may log in.
    void makeRoom();
    /// Back to the log-in page; the workplace and all its pages go.
    void leave();
    /// Everybody is out, also those whose work waits; their drafts are in the journals.
    void leaveAll();
    /// A page that takes the place of the log-in.
    void showInstead(QWidget *page);
    /// The log-in again; what stood in its place goes.
    void showLogin(QWidget *instead);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Waiting
    {
        Workplace *workplace;
        QPointer<QWidget> focus;
    };

    void cover();
    void bringBack(Workplace *workplace, QWidget *focus);
    void showWaiting();
    void setWorkplace(Workplace *workplace);
    void showHelp();
    void translate();

    WindowLayout m_layout;
    sdk::ProfileKind m_kind = sdk::ProfileKind::Real;
    QString m_resources;
    QAction *m_help; ///< while nobody works here; a workplace has its own
    ProfileBand *m_band;
    QStackedLayout *m_pages;
    LoginPage *m_login;
    Workplace *m_workplace = nullptr;
    std::vector<Waiting> m_waiting;
};

} // namespace simiao::shell
