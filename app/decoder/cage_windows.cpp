#include "decoder/cage.h"

#include "integration/dicom/worker/child_job_windows.h"

#include <cstddef>
#include <vector>

namespace simiao::decoder {

namespace {

constexpr UINT kTooLong = 124;

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

/// What the first thread was lent to load libraries and tables with goes back: then nothing of the user's can be read either.
/// \returns whether that is so: only whoever starts this can give it such a token (child_token_windows.h)
bool dropRights()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY | TOKEN_ADJUST_PRIVILEGES | TOKEN_ADJUST_DEFAULT,
                          &token))
        return false;
    const bool isDropped = dropPrivileges(token) && dropIntegrity(token) && IsTokenRestricted(token);
    CloseHandle(token);
    return RevertToSelf() && isDropped;
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
    watchOver(0);                           // makes the clock, while there are rights to make one
}

bool closeCage()
{
    const bool isWithoutCode = forbidCode();
    const bool isWithoutRights = dropRights();
    // The job comes from whoever started this; nobody can leave it.
    return isWithoutCode && isWithoutRights && dicom::isInLimitedJob();
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
