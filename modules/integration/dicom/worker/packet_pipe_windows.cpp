#include "integration/dicom/worker/packet_pipe_windows.h"

#include <array>
#include <atomic>
#include <string>

namespace simiao::dicom {

namespace {

/// All packets are smaller, a request with its order too: who writes one does not wait for who reads it.
constexpr DWORD kBuffer = 64 * 1024;

/// Nobody else has it: the process, the time, and how many there were.
std::wstring freshName()
{
    static std::atomic<unsigned> count = 0;
    LARGE_INTEGER now{};
    QueryPerformanceCounter(&now);
    return L"\\\\.\\pipe\\simiao-decoder-" + std::to_wstring(GetCurrentProcessId()) + L'-'
        + std::to_wstring(now.QuadPart) + L'-' + std::to_wstring(++count);
}

/// The other end, which a child inherits: whoever was quicker by guessing the name has taken the one place there is, and this fails.
Handle openedEnd(const std::wstring &name)
{
    SECURITY_ATTRIBUTES inherited{.nLength = sizeof inherited, .bInheritHandle = TRUE};
    Handle end(
        CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, &inherited, OPEN_EXISTING, 0, nullptr));
    DWORD mode = PIPE_READMODE_MESSAGE;
    if (end.isOpen() && !SetNamedPipeHandleState(end.get(), &mode, nullptr, nullptr))
        return Handle();
    return end;
}

} // namespace

PacketPipe::PacketPipe(Handle pipe, Handle done, Handle interrupted)
    : m_pipe(std::move(pipe))
    , m_done(std::move(done))
    , m_interrupted(std::move(interrupted))
{
}

std::expected<PacketPipe, DWORD> PacketPipe::create(Handle &other)
{
    const auto name = freshName();
    Handle pipe(CreateNamedPipeW(
        name.c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
        PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, kBuffer,
        kBuffer, 0, nullptr));
    if (!pipe.isOpen())
        return std::unexpected(GetLastError());
    other = openedEnd(name);
    Handle done(CreateEventW(nullptr, TRUE, FALSE, nullptr));
    Handle interrupted(CreateEventW(nullptr, TRUE, FALSE, nullptr));
    if (!other.isOpen() || !done.isOpen() || !interrupted.isOpen())
        return std::unexpected(GetLastError());
    return PacketPipe(std::move(pipe), std::move(done), std::move(interrupted));
}

PacketFate PacketPipe::send(const void *packet, std::size_t size, std::chrono::milliseconds patience)
{
    OVERLAPPED transfer{};
    transfer.hEvent = m_done.get();
    if (!WriteFile(m_pipe.get(), packet, static_cast<DWORD>(size), nullptr, &transfer)
        && GetLastError() != ERROR_IO_PENDING)
        return PacketFate::Ended;
    return settled(transfer, size, patience);
}

PacketFate PacketPipe::receive(void *packet, std::size_t size, std::chrono::milliseconds patience)
{
    OVERLAPPED transfer{};
    transfer.hEvent = m_done.get();
    if (!ReadFile(m_pipe.get(), packet, static_cast<DWORD>(size), nullptr, &transfer)
        && GetLastError() != ERROR_IO_PENDING)
        return GetLastError() == ERROR_MORE_DATA ? PacketFate::Misshapen : PacketFate::Ended;
    return settled(transfer, size, patience);
}

/// The system writes into the packet until a transfer is over: none is left behind under way.
PacketFate PacketPipe::settled(OVERLAPPED &transfer, std::size_t size, std::chrono::milliseconds patience)
{
    const std::array<HANDLE, 2> events{m_interrupted.get(), m_done.get()};
    const DWORD woken =
        WaitForMultipleObjects(events.size(), events.data(), FALSE, static_cast<DWORD>(patience.count()));
    if (woken != WAIT_OBJECT_0 + 1)
        CancelIoEx(m_pipe.get(), &transfer);
    DWORD count = 0;
    const bool isOver = GetOverlappedResult(m_pipe.get(), &transfer, &count, TRUE);
    const DWORD why = isOver ? ERROR_SUCCESS : GetLastError();
    if (woken == WAIT_OBJECT_0)
        return PacketFate::Interrupted;
    if (isOver && count == size)
        return PacketFate::Whole;
    if (isOver || why == ERROR_MORE_DATA)
        return PacketFate::Misshapen;
    return woken == WAIT_TIMEOUT && why == ERROR_OPERATION_ABORTED ? PacketFate::Late : PacketFate::Ended;
}

} // namespace simiao::dicom
