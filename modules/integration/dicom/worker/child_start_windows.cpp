#include "integration/dicom/worker/child_start_windows.h"

#include "integration/dicom/worker/child_token_windows.h"

#include <cstddef>
#include <vector>

namespace simiao::dicom {

namespace {

constexpr DWORD kFlags =
    CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;

/// Where the system stands, which its own libraries want to know, and the dictionary of the toolkit. Nothing else goes over.
std::wstring environment()
{
    std::wstring entries;
    for (const wchar_t *name : {L"DCMDICTPATH", L"SystemRoot"}) { // sorted, as the system wants it
        std::wstring value(32'767, L'\0');
        value.resize(GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size())));
        if (!value.empty())
            entries += std::wstring(name) + L'=' + value + L'\0';
    }
    return entries + L'\0';
}

/// The list of the one handle that a program inherits.
class Inheritance
{
public:
    explicit Inheritance(HANDLE only)
        : m_only(only)
    {
        SIZE_T size = 0;
        InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_room.resize(size);
        m_isMade = size > 0 && InitializeProcThreadAttributeList(list(), 1, 0, &size);
        m_isReady = m_isMade
            && UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, &m_only, sizeof m_only,
                                         nullptr, nullptr);
    }
    ~Inheritance()
    {
        if (m_isMade)
            DeleteProcThreadAttributeList(list());
    }
    Inheritance(const Inheritance &) = delete;
    Inheritance &operator=(const Inheritance &) = delete;

    bool isReady() const { return m_isReady; }
    LPPROC_THREAD_ATTRIBUTE_LIST list()
    {
        return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_room.data());
    }

private:
    HANDLE m_only;
    std::vector<std::byte> m_room;
    bool m_isMade = false;
    bool m_isReady = false;
};

struct Suspended
{
    Handle process;
    Handle thread;
};

/// \param token  null: with the rights of this process
Suspended created(const std::wstring &program, HANDLE line, HANDLE token)
{
    Inheritance inheritance(line);
    if (!inheritance.isReady())
        return {};
    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = line;
    startup.lpAttributeList = inheritance.list();
    auto command = L'"' + program + L'"';
    auto entries = environment();
    const auto folder = program.substr(0, program.find_last_of(L'\\'));
    PROCESS_INFORMATION made{};
    auto *about = &startup.StartupInfo;
    const bool isMade = token != nullptr
        ? CreateProcessAsUserW(token, program.c_str(), command.data(), nullptr, nullptr, TRUE, kFlags,
                               entries.data(), folder.c_str(), about, &made)
        : CreateProcessW(program.c_str(), command.data(), nullptr, nullptr, TRUE, kFlags, entries.data(),
                         folder.c_str(), about, &made);
    if (!isMade)
        return {};
    return {Handle(made.hProcess), Handle(made.hThread)};
}

/// Nothing is open where there are no such tokens, or no such process.
Suspended createdWithoutRights(const std::wstring &program, HANDLE line)
{
    const auto tokens = makeChildTokens();
    if (!tokens)
        return {};
    auto child = created(program, line, tokens->nobody.get());
    HANDLE thread = child.thread.get();
    if (child.process.isOpen() && !SetThreadToken(&thread, tokens->start.get())) {
        TerminateProcess(child.process.get(), 1);
        return {};
    }
    return child;
}

} // namespace

std::expected<Handle, DWORD> startChild(const std::wstring &program, const Handle &line, const ChildJob &job)
{
    auto child = createdWithoutRights(program, line.get());
    if (!child.process.isOpen())
        child = created(program, line.get(), nullptr);
    if (!child.process.isOpen())
        return std::unexpected(GetLastError());
    if (!job.add(child.process) || ResumeThread(child.thread.get()) == static_cast<DWORD>(-1)) {
        const DWORD why = GetLastError();
        TerminateProcess(child.process.get(), 1);
        return std::unexpected(why);
    }
    return std::move(child.process);
}

} // namespace simiao::dicom
