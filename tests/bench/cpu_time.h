#pragma once

#include <ctime>

namespace simiao::bench {

/// Processor time of this thread, microseconds: the machine may be busy.
inline double threadCpuUs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e6 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_nsec);
}

} // namespace simiao::bench
