#include "decoder/cage.h"

#define NOMINMAX
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <cstddef>
#include <vector>

// Compiled on Windows only, and run by nobody yet: the program around it is not written there (README.md).

namespace simiao::decoder {

namespace {

/// As on Linux: the largest mammogram in JPEG 2000 takes a third of it.
constexpr SIZE_T kMemory = SIZE_T{1536} << 20;
constexpr UINT kTooLong = 124;

/// A job that this process never leaves: one process, so much memory, neither screen nor clipboard. Its handle is never closed.
bool enterJob()
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_ACTIVE_PROCESS
        | JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.ProcessMemoryLimit = kMemory;
    JOBOBJECT_BASIC_UI_RESTRICTIONS screen{};
    screen.UIRestrictionsClass = JOB_OBJECT_UILIMIT_DESKTOP | JOB_OBJECT_UILIMIT_DISPLAYSETTINGS
        | JOB_OBJECT_UILIMIT_EXITWINDOWS | JOB_OBJECT_UILIMIT_GLOBALATOMS | JOB_OBJECT_UILIMIT_HANDLES
        | JOB_OBJECT_UILIMIT_READCLIPBOARD | JOB_OBJECT_UILIMIT_SYSTEMPARAMETERS
        | JOB_OBJECT_UILIMIT_WRITECLIPBOARD;
    const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    return job != nullptr
        && SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits)
        && SetInformationJobObject(job, JobObjectBasicUIRestrictions, &screen, sizeof screen)
        && AssignProcessToJobObject(job, GetCurrentProcess());
}

bool dropPrivileges(HANDLE token)
{
    DWORD size = 0;
    GetTokenInformation(token, TokenPrivileges, nullptr, 0, &size);
    std::vector<std::byte> room(size);
    if (room.empty() || !GetTokenInformation(token, TokenPrivileges, room.data(), size, &size))
        return false;
    auto *privileges = reinterpret_cast<TOKEN_PRIVILEGES *>(room.data());
    for (DWORD i = 0; i < privileges->PrivilegeCount; ++i)
        privileges->Privileges[i].Attributes = SE_PRIVILEGE_REMOVED;
    return AdjustTokenPrivileges(token, FALSE, privileges, 0, nullptr, nullptr);
}

/// Nothing of the user's can be written from the lowest level.
bool dropIntegrity(HANDLE token)
{
    std::vector<std::byte> room(SECURITY_MAX_SID_SIZE);
    auto size = static_cast<DWORD>(room.size());
    if (!CreateWellKnownSid(WinUntrustedLabelSid, nullptr, room.data(), &size))
        return false;
    TOKEN_MANDATORY_LABEL label{};
    label.Label.Sid = room.data();
    label.Label.Attributes = SE_GROUP_INTEGRITY;
    return SetTokenInformation(token, TokenIntegrityLevel, &label, sizeof label + size);
}

/// \returns whether nothing of the user's can be read either: only a token that was restricted by whoever started this does that
bool dropRights()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY | TOKEN_ADJUST_PRIVILEGES | TOKEN_ADJUST_DEFAULT,
                          &token))
        return false;
    const bool isDropped = dropPrivileges(token) && dropIntegrity(token) && IsTokenRestricted(token);
    CloseHandle(token);
    return isDropped;
}

template <typename Policy>
bool setPolicy(PROCESS_MITIGATION_POLICY which, DWORD flags)
{
    Policy policy{};
    policy.Flags = flags;
    return SetProcessMitigationPolicy(which, &policy, sizeof policy);
}

/// No code is made or loaded, no process started. Each policy's first bit is the prohibition.
bool forbidCode()
{
    return setPolicy<PROCESS_MITIGATION_DYNAMIC_CODE_POLICY>(ProcessDynamicCodePolicy, 1)
        && setPolicy<PROCESS_MITIGATION_CHILD_PROCESS_POLICY>(ProcessChildProcessPolicy, 1)
        && setPolicy<PROCESS_MITIGATION_BINARY_SIGNATURE_POLICY>(ProcessSignaturePolicy, 1)
        && setPolicy<PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY>(ProcessExtensionPointDisablePolicy,
                                                                        1);
}

void CALLBACK endProcess(PTP_CALLBACK_INSTANCE, void *, PTP_TIMER)
{
    TerminateProcess(GetCurrentProcess(), kTooLong);
}

} // namespace

void limitResources()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
                 | SEM_NOOPENFILEERRORBOX); // no window when it crashes
    // Without the limits nothing foreign may be read.
    if (!enterJob())
        TerminateProcess(GetCurrentProcess(), 1);
}

bool closeCage()
{
    const bool isWithoutCode = forbidCode();
    return dropRights() && isWithoutCode;
}

void watchOver(unsigned seconds)
{
    static const PTP_TIMER timer = CreateThreadpoolTimer(endProcess, nullptr, nullptr);
    constexpr long long kTicks = 10'000'000; // of 100 ns in a second; negative: from now on
    ULARGE_INTEGER due{};
    due.QuadPart = static_cast<unsigned long long>(-static_cast<long long>(seconds) * kTicks);
    FILETIME when{due.LowPart, due.HighPart};
    SetThreadpoolTimer(timer, seconds > 0 ? &when : nullptr, 0, 0);
}

} // namespace simiao::decoder
