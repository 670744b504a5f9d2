#pragma once

#include "integration/dicom/worker/handle_windows.h"

#include <chrono>
#include <expected>

namespace simiao::dicom {

/// The job of one decoder: no second process, so much memory, neither screen nor clipboard; it ends with whoever holds this.
class ChildJob
{
public:
    /// Address space of a decoder: the largest mammogram in JPEG 2000 takes a third of it.
    static constexpr SIZE_T kMemory = SIZE_T{1536} << 20;

    /// Else GetLastError(): without all limits there is no job.
    static std::expected<ChildJob, DWORD> create();

    bool add(const Handle &process) const { return AssignProcessToJobObject(m_job.get(), process.get()); }
    /// So much of the processor's time from now on; beyond, the system ends it.
    bool allowTime(std::chrono::milliseconds time) const;
    void end(UINT exitCode) const { TerminateJobObject(m_job.get(), exitCode); }

private:
    explicit ChildJob(Handle job)
        : m_job(std::move(job))
    {
    }

    Handle m_job;
};

/// What a decoder finds, when it looks, of the limits above. Wine tells of none.
bool isInLimitedJob();

} // namespace simiao::dicom
