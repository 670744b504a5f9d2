#include "tour/program.h"

#include "core/try.h"

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kPatienceForStart{60'000}; // the first start makes the demo profile
constexpr Milliseconds kPatienceForEnd{10'000};

/// What the program tells without being asked: rows it saved, turns that were slow.
bool isNews(const Json &message)
{
    return !message[u"saved"_s].isNull() || !message[u"slowTurnMs"_s].isNull();
}

} // namespace

Program::Program(Setup setup, NewsListener onNews)
    : m_setup(std::move(setup))
    , m_onNews(std::move(onNews))
{
}

Launch Program::launch() const
{
    Launch launch;
    launch.program = ownProgramPath();
    if (m_setup.isDemo)
        launch.arguments.append(u"--demo"_s);
    launch.arguments += {u"--profile"_s, m_setup.profile, u"--language"_s, m_setup.language, u"--tour-fd"_s};
    launch.environment = m_setup.environment;
    return launch;
}

Result<void> Program::start()
{
    TRY(auto process, ChildProcess::start(launch()));
    m_process = std::move(process);
    TRY_VOID(waitForMessage(u"ready"_s, kPatienceForStart));
    return ok();
}

Result<Program::Reply> Program::ask(Json request, Milliseconds patience)
{
    request.insert(u"id"_s, ++m_lastId);
    if (!m_process || !m_process->socket().write(request.canonical()))
        return ended();
    TRY(const auto answer, waitForMessage(u"reply"_s, patience));
    m_current = Interaction::fromJson(answer[u"interaction"_s]);
    return Reply{answer[u"ok"_s].toBool(), answer[u"detail"_s].toString()};
}

/// The next message with this member; news that comes before it is passed on.
Result<Json> Program::waitForMessage(const QString &member, Milliseconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    auto &socket = m_process->socket();
    std::optional<Json> found;
    while (!found) {
        const auto left =
            std::chrono::duration_cast<Milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return Error{ErrorKind::Unavailable, u"tour.silent"_s,
                         u"no answer in %1 ms"_s.arg(patience.count())};
        for (const auto &line : socket.read(left)) {
            TRY(const auto message, Json::parse(line));
            if (isNews(message))
                m_onNews(message);
            if (!message[member].isNull())
                found = message;
        }
        if (!found && socket.isAtEnd())
            return ended();
    }
    return *found;
}

Error Program::ended()
{
    const auto exit = m_process ? m_process->waitForEnd(kPatienceForEnd) : std::nullopt;
    return {ErrorKind::Unavailable, u"tour.ended"_s,
            u"the program ended: %1"_s.arg(exit ? exit->toString() : u"it only closed its socket"_s)};
}

Result<void> Program::quit()
{
    Json request;
    request.insert(u"do"_s, u"quit"_s);
    TRY_VOID(ask(request));
    const auto exit = m_process->waitForEnd(kPatienceForEnd);
    if (!exit)
        m_process->kill();
    endLife();
    if (exit && exit->isClean())
        return ok();
    return Error{ErrorKind::Unavailable, u"tour.ended"_s,
                 exit ? u"closing ended in %1"_s.arg(exit->toString()) : u"it did not close"_s};
}

void Program::kill()
{
    m_process->kill();
    endLife();
}

void Program::endLife()
{
    auto &socket = m_process->socket();
    while (!socket.isAtEnd()) {
        for (const auto &line : socket.read(kPatienceForEnd)) {
            if (const auto message = Json::parse(line); message && isNews(*message))
                m_onNews(*message);
        }
    }
    m_process.reset();
    m_former = interaction();
    m_current = {};
}

} // namespace simiao::tour
