#include "integration/dicom/codecs/assertion_guard.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csetjmp>
#include <csignal>
#include <mutex>
#endif

namespace simiao::dicom {

#ifdef Q_OS_UNIX

namespace {

/// Where this thread goes on when an assertion fails; null outside of the guard.
thread_local sigjmp_buf *t_wayOut = nullptr;
struct sigaction s_former{};

void onAbort(int signal)
{
    if (t_wayOut != nullptr)
        siglongjmp(*t_wayOut, 1);
    // Not ours: whoever was there before us, then the end that abort() brings when a handler returns.
    if (s_former.sa_handler != SIG_DFL && s_former.sa_handler != SIG_IGN && !(s_former.sa_flags & SA_SIGINFO))
        s_former.sa_handler(signal);
}

void installHandler()
{
    struct sigaction action{};
    action.sa_handler = onAbort;
    sigemptyset(&action.sa_mask);
    sigaction(SIGABRT, &action, &s_former);
}

} // namespace

bool survivesAssertions(void (*work)(void *), void *data)
{
    static std::once_flag once;
    std::call_once(once, installHandler);

    sigjmp_buf wayOut;
    if (sigsetjmp(wayOut, 1) != 0) {
        t_wayOut = nullptr;
        return false;
    }
    t_wayOut = &wayOut;
    work(data);
    t_wayOut = nullptr;
    return true;
}

#else

bool survivesAssertions(void (*work)(void *), void *data)
{
    work(data);
    return true;
}

#endif

} // namespace simiao::dicom
