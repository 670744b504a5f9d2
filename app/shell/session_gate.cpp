#include "shell/session_gate.h"

#include "core/log.h"
#include "security/account_admin.h"
#include "shell/login_page.h"
#include "shell/main_window.h"
#include "shell/new_password_page.h"
#include "shell/session_desk.h"
#include "shell/shell_actions.h"
#include "workflow/ports/sign_in.h"

#include <QCoroTask>

namespace simiao::shell {

using namespace Qt::StringLiterals;

SessionGate::SessionGate(const Workplace::Ground &ground, MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_ground(ground)
    , m_window(window)
{
    connect(window->login(), &LoginPage::submitted, this, &SessionGate::logIn);
    // Queued: the workplace goes, and with it what the action is shown in.
    connect(
        ground.actions.logOut(), &QAction::triggered, this,
        [this] {
            record(u"session.logout"_s);
            signOut();
            m_window->leave();
        },
        Qt::QueuedConnection);
    connect(ground.actions.lock(), &QAction::triggered, this, &SessionGate::lock, Qt::QueuedConnection);
    connect(
        ground.actions.switchUser(), &QAction::triggered, this,
        [this] {
            record(u"session.lock"_s);
            m_window->makeRoom();
        },
        Qt::QueuedConnection);
    connect(&m_idle, &IdleWatch::idle, this, &SessionGate::lock);
}

void SessionGate::logIn(const QString &loginName, const QString &password)
{
    auto loggingIn = security::logIn(m_ground.workstation.login, loginName, password);
    QCoro::connect(std::move(loggingIn), this, [this, password](const Result<workflow::Session> &session) {
        if (session)
            admit(*session, password);
        else
            m_window->login()->refuse(session.error());
    });
}

void SessionGate::admit(const workflow::Session &session, const QString &password)
{
    if (session.mustChangePassword)
        return askForNewPassword(session, password);
    if (!m_window->resume(session))
        return enter(session);
    record(u"session.unlock"_s);
    follow(m_window->workplace());
}

void SessionGate::askForNewPassword(const workflow::Session &session, const QString &password)
{
    auto *page = new NewPasswordPage;
    auto context = m_ground.workstation.context;
    context.session = session;
    const security::AccountRules rules{m_ground.workstation.reference->passwords, {}};
    m_window->showInstead(page);
    connect(page, &NewPasswordPage::cancelled, this, [this, page] {
        m_window->showLogin(page);
        m_window->login()->reset();
    });
    connect(page, &NewPasswordPage::submitted, this, [=, this](const QString &next) {
        auto changing = security::changeOwnPassword(context, context.newCommand(), password, next, rules);
        QCoro::connect(std::move(changing), page, [=, this](const Result<void> &changed) {
            if (!changed)
                return page->refuse(changed.error());
            auto renewed = session;
            renewed.mustChangePassword = false;
            m_window->showLogin(page);
            admit(renewed, next);
        });
    });
}

void SessionGate::enter(const workflow::Session &session)
{
    const auto &workstation = m_ground.workstation;
    auto journal = drafts::FileDraftJournal::open(workstation.disk, workstation.context.clock,
                                                  workstation.draftFolder, session.account.uuid.toString());
    if (!journal) // what she types would not be kept: nobody may work like that
        return m_window->login()->refuse(journal.error());
    auto *workplace = new Workplace(m_ground, session, *std::move(journal));
    m_window->enter(workplace);
    // Queued: the workplace goes with all the others.
    connect(workplace, &Workplace::resetConfirmed, this, &SessionGate::resetConfirmed, Qt::QueuedConnection);
    connect(workplace, &Workplace::settingsApplied, this, [this, workplace] {
        if (workplace == m_window->workplace())
            follow(workplace);
    });
    follow(workplace);
}

void SessionGate::follow(const Workplace *workplace)
{
    const auto &settings = workplace->desk()->settings();
    m_idle.setLimit(std::chrono::minutes(settings.number(u"session.idle-lock-minutes"_s)));
    Q_EMIT densityChosen(settings.text(u"ui.density"_s));
}

void SessionGate::lock()
{
    if (!m_window->workplace())
        return;
    record(u"session.lock"_s);
    m_window->lock();
}

/// Who locked and who came back stands in the trail; a store that cannot take it must not keep the screen open.
void SessionGate::record(const QString &act)
{
    if (!m_window->workplace())
        return;
    const auto context = m_window->workplace()->desk()->context();
    auto recording = context.store->commit(context.begin(context.newCommand(), act));
    QCoro::connect(std::move(recording), this, [](const Result<workflow::Receipt> &recorded) {
        if (!recorded)
            log::error(recorded.error());
    });
}

/// Behind what was recorded: the store does one thing after the other.
void SessionGate::signOut()
{
    const auto store = m_ground.workstation.context.store;
    auto *gate = dynamic_cast<workflow::SignIn *>(store.get());
    if (!gate)
        return;
    QCoro::connect(gate->signOut(), this, [store](const Result<void> &ended) {
        if (!ended)
            log::error(ended.error());
    });
}

} // namespace simiao::shell
