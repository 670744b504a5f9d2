// A decoder that does what its files ask it to, by the product's own line, shared memory and cage; without Qt.

#include "decoder/cage.h"
#include "decoder/parent_line_windows.h"
#include "integration/dicom/worker/child_job_windows.h"
#include "integration/dicom/worker/protocol_windows.h"

#include <string>
#include <vector>

using namespace simiao;

namespace {

constexpr std::size_t kPixels = std::size_t{3} << 20;

std::string contentOf(std::uint64_t file)
{
    const dicom::Handle handle(dicom::handleOf(file));
    std::string content(256, '\0');
    DWORD count = 0;
    static_cast<void>(
        ReadFile(handle.get(), content.data(), static_cast<DWORD>(content.size()), &count, nullptr));
    content.resize(count);
    return content;
}

/// More than the job grants. \returns what is answered where the system refuses it, or does not
std::string swallowed()
{
    const auto size = dicom::ChildJob::kMemory + (SIZE_T{1} << 20);
    return VirtualAlloc(nullptr, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE) == nullptr ? "refused"
                                                                                            : "granted";
}

std::string secondProcess()
{
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    PROCESS_INFORMATION made{};
    std::wstring command = L"cmd.exe /c exit";
    const bool isMade = CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, CREATE_SUSPENDED,
                                       nullptr, nullptr, &startup, &made);
    if (!isMade)
        return "refused";
    const dicom::Handle process(made.hProcess);
    const dicom::Handle thread(made.hThread);
    TerminateProcess(process.get(), 0);
    return "granted";
}

/// Its own program, which everybody may read.
std::string reading()
{
    std::wstring path(MAX_PATH, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), MAX_PATH));
    const dicom::Handle file(CreateFileW(path.c_str(), GENERIC_READ,
                                         FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                         OPEN_EXISTING, 0, nullptr));
    return file.isOpen() ? "granted" : "refused";
}

std::string done(const std::string &what)
{
    if (what == "crash")
        RaiseException(EXCEPTION_ACCESS_VIOLATION, EXCEPTION_NONCONTINUABLE, 0, nullptr);
    if (what == "exit")
        ExitProcess(7);
    if (what == "hang")
        Sleep(INFINITE);
    if (what == "watched") {
        decoder::watchOver(1);
        Sleep(INFINITE);
    }
    if (what == "swallow")
        return swallowed();
    if (what == "start")
        return secondProcess();
    if (what == "environment")
        return GetEnvironmentVariableW(L"SIMIAO_SECRET", nullptr, 0) == 0 ? "refused" : "granted";
    if (what == "read")
        return reading();
    return what;
}

bool isServed(const decoder::ParentLine &parent)
{
    dicom::HandedRequest handed;
    if (!parent.hear(handed))
        return false;
    const auto what = contentOf(handed.file);
    const auto serial = handed.request.serial;
    const auto message = done(what);
    const std::vector<std::byte> pixels(kPixels, static_cast<std::byte>(serial));
    if (what == "half a packet")
        return parent.say(serial);
    dicom::DecoderReply reply{.serial = serial, .pixelBytes = pixels.size(), .messageBytes = message.size()};
    if (what == "another question")
        ++reply.serial;
    if (what == "too much")
        reply.pixelBytes = std::uint64_t{1} << 62;
    if (what == "wraps around")
        reply.messageBytes = ~std::uint64_t{0};
    if (!parent.say(reply))
        return false;
    dicom::HandedArea area;
    if (!parent.hear(area))
        return false;
    if (what == "hang when asked to fill")
        Sleep(INFINITE);
    return decoder::fillArea(area.area, {pixels, std::as_bytes(std::span(message))})
        && parent.say(dicom::AreaFilled{.serial = serial});
}

} // namespace

int main()
{
    decoder::limitResources();
    const decoder::ParentLine parent;
    if (!parent.say(dicom::DecoderHello{.isCaged = decoder::closeCage() ? 1U : 0U}))
        return 1;
    while (isServed(parent)) {}
    return 0;
}
