#include "host/fault_file.h"

#include <array>
#include <atomic>
#include <csignal>

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace simiao::host {

namespace {

constexpr std::array kFaults{SIGSEGV, SIGILL, SIGFPE, SIGABRT};

// A signal finds nothing but what is global.
std::array<wchar_t, 1024> place;
std::atomic<bool> isArmed = false;

extern "C" void onFault(int signal)
{
    if (isArmed.exchange(false)) {
        const HANDLE file = CreateFileW(place.data(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
                                        FILE_ATTRIBUTE_NORMAL, nullptr);
        if (file != INVALID_HANDLE_VALUE)
            CloseHandle(file);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

} // namespace

void makeFileOnFault(const QString &path)
{
    if (isArmed.exchange(false)) {
        for (const int fault : kFaults)
            std::signal(fault, SIG_DFL);
    }
    if (path.isEmpty() || path.size() >= qsizetype(place.size()))
        return;
    place[std::size_t(path.toWCharArray(place.data()))] = L'\0';
    isArmed = true;
    for (const int fault : kFaults)
        std::signal(fault, onFault);
}

} // namespace simiao::host
