// Starts, asks, cuts and loses decoders by the product's own code; without Qt. One line for each check; the exit code is the number of failures.

#include "integration/dicom/worker/exchange_windows.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>

using namespace simiao::dicom;
using namespace std::chrono_literals;
using Why = FailedExchange::Why;

namespace {

constexpr std::uint64_t kMostPixels = std::uint64_t{1} << 30;

int failures = 0;

void check(bool isTrue, const std::string &what)
{
    std::printf("%s  %s\n", isTrue ? "ok    " : "FAILED", what.c_str());
    failures += isTrue ? 0 : 1;
}

/// Something that this system may not have: a Windows must.
void checkHere(const std::string &found, const std::string &what)
{
    const bool isWine = GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
    if (found == "granted" && isWine)
        std::printf("not on this system  %s\n", what.c_str());
    else
        check(found == "refused", what);
}

std::wstring folder()
{
    std::wstring path(MAX_PATH, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), MAX_PATH));
    return path.substr(0, path.find_last_of(L'\\') + 1);
}

std::unique_ptr<CagedChild> started()
{
    auto child = CagedChild::start(folder() + L"wild_child.exe");
    return child ? *std::move(child) : nullptr;
}

/// Gone when it is closed.
Handle fileSaying(std::string_view what)
{
    const auto path = folder() + L"question";
    Handle file(CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE | DELETE, 0, nullptr, CREATE_ALWAYS,
                            FILE_FLAG_DELETE_ON_CLOSE, nullptr));
    DWORD count = 0;
    static_cast<void>(WriteFile(file.get(), what.data(), static_cast<DWORD>(what.size()), &count, nullptr));
    SetFilePointer(file.get(), 0, nullptr, FILE_BEGIN);
    return file;
}

std::expected<CopiedAnswer, FailedExchange> asked(CagedChild &child,
                                                  std::string_view what,
                                                  std::chrono::milliseconds patience = 20s,
                                                  std::uint32_t serial = 1)
{
    const auto file = fileSaying(what);
    return exchanged(child, {.serial = serial}, file, kMostPixels, patience);
}

std::string messageOf(const std::expected<CopiedAnswer, FailedExchange> &answer)
{
    if (!answer)
        return "failed: " + answer.error().detail;
    const auto *message = reinterpret_cast<const char *>(answer->bytes.get() + answer->pixelBytes);
    return {message, answer->messageBytes};
}

/// A decoder of its own is asked this; how it failed, and how the program ended.
struct Loss
{
    Why why;
    DWORD exitCode;
};

Loss lossBy(std::string_view what, std::chrono::milliseconds patience = 20s)
{
    const auto child = started();
    if (!child || !greeted(*child, 20s))
        return {Why::NoMemory, 0};
    const auto answer = asked(*child, what, patience);
    const Why why = answer ? Why::NoMemory : answer.error().why;
    return {why, child->end(why == Why::Ended ? 5s : 0s)};
}

void sharedMemoryComesBack()
{
    const auto child = started();
    check(child != nullptr, "a decoder starts in its job");
    if (!child)
        return;
    check(greeted(*child, 20s).has_value(), "it says hello");
    bool isAlike = true;
    for (std::uint32_t serial = 1; serial <= 20; ++serial) {
        const auto answer = asked(*child, "hello", 20s, serial);
        isAlike = isAlike && messageOf(answer) == "hello"
            && std::all_of(answer->bytes.get(), answer->bytes.get() + answer->pixelBytes,
                           [serial](std::byte pixel) { return pixel == static_cast<std::byte>(serial); });
    }
    check(isAlike, "20 answers of 3 MiB come back through shared memory as they were written");
}

void whatItMayNot()
{
    const auto child = started();
    const auto hello = child ? greeted(*child, 20s) : std::unexpected(FailedExchange{});
    check(hello.has_value(), "another one says hello");
    if (!hello)
        return;
    checkHere(*hello ? "refused" : "granted", "it finds itself locked in");
    checkHere(messageOf(asked(*child, "read")), "a file that everybody may read is refused");
    checkHere(messageOf(asked(*child, "swallow")), "memory beyond the limit is refused, and it lives on");
    checkHere(messageOf(asked(*child, "start")), "a second process is refused");
    check(messageOf(asked(*child, "environment")) == "refused", "it has nothing of this environment");
}

void losses()
{
    const auto crash = lossBy("crash");
    check(crash.why == Why::Ended && crash.exitCode == static_cast<DWORD>(EXCEPTION_ACCESS_VIOLATION),
          "a crash is told by its code");
    const auto exit = lossBy("exit");
    check(exit.why == Why::Ended && exit.exitCode == 7, "so is an end of its own");
    const auto hang = lossBy("hang", 300ms);
    check(hang.why == Why::Late && hang.exitCode == CagedChild::kEndedHere,
          "one that hangs is late, and ended");
    check(lossBy("hang when asked to fill", 1s).why == Why::Late,
          "so is one that hangs with the memory in its hands");
    const auto watched = lossBy("watched");
    check(watched.why == Why::Ended && watched.exitCode == 124, "it ends itself when nobody does");
    check(lossBy("half a packet").why == Why::Broken, "a packet of another size is refused");
    check(lossBy("another question").why == Why::Broken, "an answer to another question is refused");
    check(lossBy("too much").why == Why::Broken,
          "an answer that is too large is refused before memory is asked for");
    check(lossBy("wraps around").why == Why::Broken, "so is one whose sizes wrap around");
}

void interruption()
{
    const auto child = started();
    check(child && greeted(*child, 20s), "one more says hello");
    if (!child)
        return;
    std::jthread other([&] { child->line().interrupt(); });
    const auto answer = asked(*child, "hang", 60s);
    check(!answer && answer.error().why == Why::Interrupted, "a wait ends from another thread");
}

void missingProgram()
{
    const auto child = CagedChild::start(folder() + L"no_such_child.exe");
    check(!child && child.error() == ERROR_FILE_NOT_FOUND,
          "a program that is missing is told by the system's number");
}

/// Starts a decoder and dies without a word. \returns does not; its exit code is the id of the decoder
[[noreturn]] void dieAsParent()
{
    const auto child = started();
    const bool isReady = child && greeted(*child, 20s);
    TerminateProcess(GetCurrentProcess(), isReady ? child->id() : 0);
    std::abort();
}

void orphans()
{
    auto command = L'"' + folder() + L"check_caged_child.exe\" parent";
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    PROCESS_INFORMATION made{};
    if (!CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup,
                        &made))
        return check(false, "a parent starts");
    const Handle parent(made.hProcess);
    const Handle thread(made.hThread);
    WaitForSingleObject(parent.get(), 30'000);
    DWORD id = 0;
    GetExitCodeProcess(parent.get(), &id);
    const Handle child(OpenProcess(SYNCHRONIZE, FALSE, id));
    check(id != 0 && (!child.isOpen() || WaitForSingleObject(child.get(), 5000) == WAIT_OBJECT_0),
          "no decoder survives its parent");
}

} // namespace

int main(int count, char **)
{
    if (count > 1)
        dieAsParent();
    SetEnvironmentVariableW(L"SIMIAO_SECRET", L"1");
    sharedMemoryComesBack();
    whatItMayNot();
    losses();
    interruption();
    missingProgram();
    orphans();
    return failures;
}
