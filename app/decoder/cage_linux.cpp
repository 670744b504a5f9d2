#include "decoder/cage.h"

#include "integration/dicom/worker/protocol.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <memory>

namespace simiao::decoder {

namespace {

/// Address space: the largest mammogram in JPEG 2000 takes a third of it.
constexpr rlim_t kMemory = rlim_t{1536} << 20;
/// What FrameGeometry allows, and the message behind it.
constexpr rlim_t kLargestArea = (rlim_t{1} << 30) + dicom::kLargestMessage;
/// Standard streams, the socket, the file and the area.
constexpr rlim_t kDescriptors = 8;

void limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{.rlim_cur = value, .rlim_max = value};
    setrlimit(resource, &both);
}

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

/// Argument `index` of a call has this value.
scmp_arg_cmp is(unsigned index, scmp_datum_t value)
{
    return {.arg = index, .op = SCMP_CMP_EQ, .datum_a = value, .datum_b = 0};
}

/// Of the bits of `mask` it has exactly those of `value`.
scmp_arg_cmp hasBits(unsigned index, scmp_datum_t mask, scmp_datum_t value)
{
    return {.arg = index, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};
}

bool allow(const Filter &filter, int call)
{
    return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0;
}

bool allowIf(const Filter &filter, int call, const scmp_arg_cmp &condition)
{
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

bool allowIf(const Filter &filter, int call, const scmp_arg_cmp &first, const scmp_arg_cmp &second)
{
    const scmp_arg_cmp both[]{first, second};
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 2, both) == 0;
}

/// Of its own: no file is mapped, nothing becomes code.
bool allowMemory(const Filter &filter)
{
    const auto notExecutable = hasBits(2, PROT_EXEC, 0);
    return allowIf(filter, SCMP_SYS(mmap), notExecutable, hasBits(3, MAP_ANONYMOUS, MAP_ANONYMOUS))
        && allowIf(filter, SCMP_SYS(mprotect), notExecutable) && allow(filter, SCMP_SYS(munmap))
        && allow(filter, SCMP_SYS(mremap)) && allow(filter, SCMP_SYS(madvise))
        && allow(filter, SCMP_SYS(brk));
}

/// Descriptors that are open, and those that come over the socket; write() is for the area, there is nothing else to write to.
bool allowHandedFiles(const Filter &filter)
{
    const auto onSocket = is(0, dicom::kDecoderSocket);
    return allow(filter, SCMP_SYS(read)) && allow(filter, SCMP_SYS(pread64)) && allow(filter, SCMP_SYS(write))
        && allow(filter, SCMP_SYS(lseek)) && allow(filter, SCMP_SYS(close))
        && allowIf(filter, SCMP_SYS(recvmsg), onSocket) && allowIf(filter, SCMP_SYS(sendto), onSocket);
}

/// Time, locks, its own end. A failed assertion may signal this process and no other.
bool allowRest(const Filter &filter)
{
    const auto itself = is(0, static_cast<scmp_datum_t>(getpid()));
    return allow(filter, SCMP_SYS(futex)) && allow(filter, SCMP_SYS(clock_gettime))
        && allow(filter, SCMP_SYS(gettimeofday)) && allow(filter, SCMP_SYS(getrandom))
        && allow(filter, SCMP_SYS(sched_yield)) && allow(filter, SCMP_SYS(restart_syscall))
        && allow(filter, SCMP_SYS(alarm)) && allow(filter, SCMP_SYS(setitimer))
        && allow(filter, SCMP_SYS(rt_sigprocmask)) && allow(filter, SCMP_SYS(rt_sigreturn))
        && allow(filter, SCMP_SYS(getpid)) && allow(filter, SCMP_SYS(gettid))
        && allowIf(filter, SCMP_SYS(tgkill), itself) && allow(filter, SCMP_SYS(exit))
        && allow(filter, SCMP_SYS(exit_group));
}

} // namespace

void limitResources()
{
    clearenv();
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    limit(RLIMIT_AS, kMemory);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, kLargestArea);
    limit(RLIMIT_NOFILE, kDescriptors);
    limit(RLIMIT_NPROC, 0);
}

bool closeCage()
{
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
    return filter && allowMemory(filter) && allowHandedFiles(filter) && allowRest(filter)
        && seccomp_load(filter.get()) == 0;
}

void watchOver(unsigned seconds)
{
    alarm(seconds);
}

} // namespace simiao::decoder
