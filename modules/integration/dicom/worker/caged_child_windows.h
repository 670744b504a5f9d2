#pragma once

#include "integration/dicom/worker/child_job_windows.h"
#include "integration/dicom/worker/packet_pipe_windows.h"

#include <memory>
#include <string>

namespace simiao::dicom {

/// A program in a job of its own with a line to it and nothing else: no window, no handles of ours, no environment but what it needs.
/// It ends with this.
class CagedChild
{
public:
    /// Exit code of one that was ended here.
    static constexpr UINT kEndedHere = 125;

    /// \param program  absolute path
    /// \returns        else GetLastError()
    static std::expected<std::unique_ptr<CagedChild>, DWORD> start(const std::wstring &program);
    CagedChild(PacketPipe line, ChildJob job, Handle process);
    ~CagedChild() { end({}); }
    CagedChild(const CagedChild &) = delete;
    CagedChild &operator=(const CagedChild &) = delete;

    PacketPipe &line() { return m_line; }
    const ChildJob &job() const { return m_job; }
    /// Gives it a handle with these rights. \returns the number that it has there; 0 with GetLastError()
    std::uint64_t handOver(const Handle &handle, DWORD access) const;
    /// Waits so long for it to end by itself, then ends it. \returns its exit code: an NTSTATUS where it crashed
    DWORD end(std::chrono::milliseconds patience);
    DWORD id() const { return GetProcessId(m_process.get()); }

private:
    PacketPipe m_line;
    ChildJob m_job;
    Handle m_process;
};

} // namespace simiao::dicom
