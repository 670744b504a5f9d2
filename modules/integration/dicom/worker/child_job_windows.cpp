#include "integration/dicom/worker/child_job_windows.h"

namespace simiao::dicom {

namespace {

constexpr DWORD kLimits = JOB_OBJECT_LIMIT_ACTIVE_PROCESS | JOB_OBJECT_LIMIT_PROCESS_MEMORY
    | JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;

JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits()
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = kLimits;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.ProcessMemoryLimit = ChildJob::kMemory;
    return limits;
}

bool setLimits(const Handle &job, JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits)
{
    return SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
}

bool forbidScreen(const Handle &job)
{
    JOBOBJECT_BASIC_UI_RESTRICTIONS screen{};
    screen.UIRestrictionsClass = JOB_OBJECT_UILIMIT_DESKTOP | JOB_OBJECT_UILIMIT_DISPLAYSETTINGS
        | JOB_OBJECT_UILIMIT_EXITWINDOWS | JOB_OBJECT_UILIMIT_GLOBALATOMS | JOB_OBJECT_UILIMIT_HANDLES
        | JOB_OBJECT_UILIMIT_READCLIPBOARD | JOB_OBJECT_UILIMIT_SYSTEMPARAMETERS
        | JOB_OBJECT_UILIMIT_WRITECLIPBOARD;
    return SetInformationJobObject(job.get(), JobObjectBasicUIRestrictions, &screen, sizeof screen);
}

} // namespace

std::expected<ChildJob, DWORD> ChildJob::create()
{
    Handle job(CreateJobObjectW(nullptr, nullptr));
    if (!job.isOpen() || !setLimits(job, limits()) || !forbidScreen(job))
        return std::unexpected(GetLastError());
    return ChildJob(std::move(job));
}

/// The system adds what the processes of the job have used so far to a time that is set.
bool ChildJob::allowTime(std::chrono::milliseconds time) const
{
    auto timed = limits();
    timed.BasicLimitInformation.LimitFlags |= JOB_OBJECT_LIMIT_JOB_TIME;
    timed.BasicLimitInformation.PerJobUserTimeLimit.QuadPart =
        time.count() * 10'000; // of 100 ns in a millisecond
    return setLimits(m_job, timed);
}

bool isInLimitedJob()
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION found{};
    return QueryInformationJobObject(nullptr, JobObjectExtendedLimitInformation, &found, sizeof found,
                                     nullptr)
        && (found.BasicLimitInformation.LimitFlags & kLimits) == kLimits
        && found.BasicLimitInformation.ActiveProcessLimit == 1
        && found.ProcessMemoryLimit <= ChildJob::kMemory;
}

} // namespace simiao::dicom
