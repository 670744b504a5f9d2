#include "tour/child_process.h"

#include "core/try.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QThread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

namespace simiao::tour {

namespace {

Error startError(int number)
{
    return {ErrorKind::Unavailable, QStringLiteral("tour.start"),
            QString::fromLocal8Bit(std::strerror(number))};
}

/// A list of texts in the shape that exec wants.
class ArgumentBlock
{
public:
    explicit ArgumentBlock(const QStringList &texts)
    {
        for (const auto &text : texts)
            m_bytes.push_back(QFile::encodeName(text));
        for (auto &bytes : m_bytes)
            m_pointers.push_back(bytes.data());
        m_pointers.push_back(nullptr);
    }
    char *const *data() const { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<char *> m_pointers;
};

QStringList environmentWith(const QMap<QString, QString> &additions)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto entry = additions.begin(); entry != additions.end(); ++entry)
        environment.insert(entry.key(), entry.value());
    return environment.toStringList();
}

/// \param inherited  descriptor that stays open in the child, or -1
Result<int> spawn(const Launch &launch, int inherited)
{
    const ArgumentBlock arguments(QStringList(launch.program) + launch.arguments);
    const ArgumentBlock environment(environmentWith(launch.environment));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    if (inherited >= 0) // onto itself: takes close-on-exec off, in the child only
        posix_spawn_file_actions_adddup2(&actions, inherited, inherited);
    pid_t pid = 0;
    const int error =
        posix_spawn(&pid, arguments.data()[0], &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        return startError(error);
    return pid;
}

Exit exitOf(int status)
{
    if (WIFSIGNALED(status))
        return {0, WTERMSIG(status)};
    return {WEXITSTATUS(status), 0};
}

} // namespace

QString Exit::toString() const
{
    return signal != 0 ? QStringLiteral("signal %1").arg(signal) : QStringLiteral("exit code %1").arg(code);
}

Result<ChildProcess> ChildProcess::start(Launch launch)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return startError(errno);
    LineSocket ours(ends[0]);
    const LineSocket theirs(ends[1]);
    launch.arguments.append(QString::number(theirs.fd()));
    TRY(const int pid, spawn(launch, theirs.fd()));
    return ChildProcess(pid, std::move(ours));
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, 0))
    , m_socket(std::move(other.m_socket))
{
}

ChildProcess &ChildProcess::operator=(ChildProcess &&other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_socket, other.m_socket);
    return *this;
}

ChildProcess::~ChildProcess()
{
    kill();
}

void ChildProcess::kill()
{
    if (m_pid == 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(std::exchange(m_pid, 0), nullptr, 0);
}

std::optional<Exit> ChildProcess::waitForEnd(std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds kInterval{10};
    if (m_pid == 0)
        return std::nullopt;
    int status = 0;
    for (auto waited = std::chrono::milliseconds(0); waited <= patience; waited += kInterval) {
        if (::waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_pid = 0;
            return exitOf(status);
        }
        QThread::msleep(kInterval.count());
    }
    return std::nullopt;
}

Result<Exit> runToEnd(const Launch &launch)
{
    TRY(const int pid, spawn(launch, -1));
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return startError(errno);
    }
    return exitOf(status);
}

QString ownProgramPath()
{
    return QFile::symLinkTarget(QStringLiteral("/proc/self/exe"));
}

} // namespace simiao::tour
