#include "shell/session_gate.h"

#include "shell/login_page.h"
#include "shell/main_window.h"
#include "shell/shell_actions.h"

#include <QCoroTask>

namespace simiao::shell {

SessionGate::SessionGate(const Workplace::Ground &ground, MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_ground(ground)
    , m_window(window)
{
    connect(window->login(), &LoginPage::submitted, this, &SessionGate::logIn);
    // Queued: the workplace goes, and with it what the action is shown in.
    connect(ground.actions.logOut(), &QAction::triggered, window, &MainWindow::leave, Qt::QueuedConnection);
}

void SessionGate::logIn(const QString &loginName, const QString &password)
{
    auto loggingIn = security::logIn(m_ground.workstation.login, loginName, password);
    QCoro::connect(std::move(loggingIn), this, [this](const Result<workflow::Session> &session) {
        if (session)
            enter(*session);
        else
            m_window->login()->refuse(session.error());
    });
}

void SessionGate::enter(const workflow::Session &session)
{
    const auto &workstation = m_ground.workstation;
    auto journal = drafts::FileDraftJournal::open(workstation.disk, workstation.context.clock,
                                                  workstation.draftFolder, session.account.uuid.toString());
    if (!journal) // what she types would not be kept: nobody may work like that
        return m_window->login()->refuse(journal.error());
    m_window->enter(new Workplace(m_ground, session, *std::move(journal)));
}

} // namespace simiao::shell
