#include "host/fault_file.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>

namespace simiao::host {

namespace {

constexpr std::array kFaults{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

// A signal finds nothing but what is global.
std::array<char, PATH_MAX> place;
std::atomic<bool> isArmed = false;
std::array<struct sigaction, kFaults.size()> before;

/// Calls nothing that is not allowed in a handler (POSIX.1-2017, 2.4.3).
extern "C" void onFault(int signal)
{
    if (isArmed.exchange(false)) {
        if (const int file = ::open(place.data(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600); file >= 0)
            ::close(file);
    }
    for (std::size_t i = 0; i < kFaults.size(); ++i) {
        if (kFaults[i] == signal)
            ::sigaction(signal, &before[i], nullptr);
    }
    ::raise(signal); // comes when this returns, to whoever was asked before
}

void disarm()
{
    if (!isArmed.exchange(false))
        return;
    for (std::size_t i = 0; i < kFaults.size(); ++i)
        ::sigaction(kFaults[i], &before[i], nullptr);
}

void arm(const QByteArray &path)
{
    std::memcpy(place.data(), path.constData(), std::size_t(path.size()) + 1);
    struct sigaction action = {};
    action.sa_handler = onFault;
    ::sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kFaults.size(); ++i)
        ::sigaction(kFaults[i], &action, &before[i]);
    isArmed = true;
}

} // namespace

void makeFileOnFault(const QString &path)
{
    disarm();
    const auto name = QFile::encodeName(path);
    if (!name.isEmpty() && name.size() < qsizetype(place.size()))
        arm(name);
}

} // namespace simiao::host
