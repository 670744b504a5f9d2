// leash [--as UID:GID] [--remove FOLDER] -- PROGRAM ARGUMENTS...
//
// Runs a server of many processes for a test, and stands between the two: when the test is gone, however it went, its end of our
// standard input closes, and everything that the server ever started is ended, also what was frozen or lost its parent; then the
// folder is removed. PR_SET_PDEATHSIG alone does not do that: the backends of PostgreSQL are children of a child, and sessions of
// their own. Ends when the last of them has ended, with the code of the server.

#include "support/process_tree.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>

namespace {

constexpr int kPoliteMs = 2'000;
constexpr int kKillAgainMs = 20;
constexpr int kCannotRun = 127;

struct Orders
{
    bool isOther = false; ///< runs as another account than ours
    uid_t user = 0;
    gid_t group = 0;
    std::string folder;
    char **program = nullptr;
};

Orders read(char **argument)
{
    Orders orders;
    for (; *argument != nullptr && std::strcmp(*argument, "--") != 0 && argument[1] != nullptr;
         argument += 2) {
        if (std::strcmp(*argument, "--as") == 0)
            orders.isOther = std::sscanf(argument[1], "%u:%u", &orders.user, &orders.group) == 2;
        else if (std::strcmp(*argument, "--remove") == 0)
            orders.folder = argument[1];
    }
    orders.program = *argument == nullptr ? argument : argument + 1;
    return orders;
}

[[noreturn]] void becomeServer(const Orders &orders)
{
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    if (orders.isOther
        && (::setgroups(0, nullptr) != 0 || ::setgid(orders.group) != 0 || ::setuid(orders.user) != 0))
        ::_exit(kCannotRun);
    // After setuid, which takes it back. For the case that somebody kills us.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::execvp(orders.program[0], orders.program);
    std::perror(orders.program[0]);
    ::_exit(kCannotRun);
}

/// The server and whoever was left to us by it.
class Flock
{
public:
    explicit Flock(pid_t server)
        : m_server(server)
    {
    }

    /// \returns whether anybody is left
    bool reap()
    {
        int status = 0;
        pid_t who = 0;
        while ((who = ::waitpid(-1, &status, WNOHANG)) > 0)
            if (who == m_server)
                m_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return who == 0;
    }

    void endAll(int signals)
    {
        // PostgreSQL's word for "at once": it takes its shared memory along. Who is frozen hears it when it is thawed.
        ::kill(m_server, SIGQUIT);
        tellAll(SIGCONT);
        pollfd ready{.fd = signals, .events = POLLIN, .revents = 0};
        for (int left = kPoliteMs; reap(); left -= kKillAgainMs) {
            if (left <= 0)
                tellAll(SIGKILL);
            signalfd_siginfo taken;
            if (::poll(&ready, 1, kKillAgainMs) > 0)
                static_cast<void>(::read(signals, &taken, sizeof taken));
        }
    }

    int code() const { return m_code; }

private:
    static void tellAll(int signal)
    {
        for (const auto pid : simiao::test::processesBelow(::getpid()))
            ::kill(pid, signal);
    }

    pid_t m_server;
    int m_code = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const auto orders = read(argv + (argc > 0 ? 1 : 0));
    if (orders.program[0] == nullptr)
        return kCannotRun;
    ::prctl(PR_SET_PDEATHSIG, 0); // whoever started us may have asked for it; then nobody would clean up
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    ::setsid(); // Ctrl+C is for the test
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &children, nullptr);
    const int signals = ::signalfd(-1, &children, SFD_CLOEXEC);

    const pid_t server = ::fork();
    if (server == 0)
        becomeServer(orders);
    Flock flock(server);
    while (flock.reap()) {
        std::array ready{pollfd{.fd = signals, .events = POLLIN, .revents = 0},
                         pollfd{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0}};
        ::poll(ready.data(), ready.size(), -1);
        signalfd_siginfo taken;
        if (ready[0].revents != 0)
            static_cast<void>(::read(signals, &taken, sizeof taken));
        char word = 0;
        if (ready[1].revents != 0 && ::read(STDIN_FILENO, &word, 1) <= 0) {
            flock.endAll(signals);
            std::error_code ignored;
            if (!orders.folder.empty())
                std::filesystem::remove_all(orders.folder, ignored);
        }
    }
    return flock.code();
}
