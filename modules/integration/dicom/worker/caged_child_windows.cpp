#include "integration/dicom/worker/caged_child_windows.h"

#include "integration/dicom/worker/child_start_windows.h"

namespace simiao::dicom {

CagedChild::CagedChild(PacketPipe line, ChildJob job, Handle process)
    : m_line(std::move(line))
    , m_job(std::move(job))
    , m_process(std::move(process))
{
}

std::expected<std::unique_ptr<CagedChild>, DWORD> CagedChild::start(const std::wstring &program)
{
    Handle theirs; // closed here when this returns, so that the line ends with the program
    auto line = PacketPipe::create(theirs);
    if (!line)
        return std::unexpected(line.error());
    auto job = ChildJob::create();
    if (!job)
        return std::unexpected(job.error());
    auto process = startChild(program, theirs, *job);
    if (!process)
        return std::unexpected(process.error());
    return std::make_unique<CagedChild>(*std::move(line), *std::move(job), *std::move(process));
}

std::uint64_t CagedChild::handOver(const Handle &handle, DWORD access) const
{
    HANDLE there = nullptr;
    if (!DuplicateHandle(GetCurrentProcess(), handle.get(), m_process.get(), &there, access, FALSE, 0))
        return 0;
    return handleNumber(there);
}

DWORD CagedChild::end(std::chrono::milliseconds patience)
{
    if (WaitForSingleObject(m_process.get(), static_cast<DWORD>(patience.count())) != WAIT_OBJECT_0) {
        m_job.end(kEndedHere);
        WaitForSingleObject(m_process.get(), INFINITE);
    }
    DWORD code = 0;
    GetExitCodeProcess(m_process.get(), &code);
    return code;
}

} // namespace simiao::dicom
