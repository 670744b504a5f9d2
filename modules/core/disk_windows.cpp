#include "core/disk.h"

#include <QDir>
#include <QFile>

#ifndef NOMINMAX // mingw-w64 defines it by itself
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <algorithm>
#include <utility>

// Compiled on Windows only, and run by nobody yet: see README.md.

namespace simiao {

namespace {

QString reasonOf(DWORD code)
{
    wchar_t *words = nullptr;
    const DWORD length = FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM
                                            | FORMAT_MESSAGE_IGNORE_INSERTS | FORMAT_MESSAGE_MAX_WIDTH_MASK,
                                        nullptr, code, 0, reinterpret_cast<wchar_t *>(&words), 0, nullptr);
    const QString reason = length > 0 ? QString::fromWCharArray(words, static_cast<int>(length)).trimmed()
                                      : QStringLiteral("error %1").arg(code);
    LocalFree(words);
    return reason;
}

Error systemError(const QString &code)
{
    const DWORD why = GetLastError();
    const bool isMissing = why == ERROR_FILE_NOT_FOUND || why == ERROR_PATH_NOT_FOUND;
    return {isMissing ? ErrorKind::NotFound : ErrorKind::Unavailable, code, reasonOf(why)};
}

/// With the prefix that lifts the limit of 260 characters; such a path must be absolute, with backslashes.
std::wstring native(const QString &path)
{
    const auto absolute = QDir::toNativeSeparators(QDir::cleanPath(QDir().absoluteFilePath(path)));
    if (absolute.startsWith(QLatin1String("\\\\")))
        return (QStringLiteral("\\\\?\\UNC") + absolute.mid(1)).toStdWString();
    return (QStringLiteral("\\\\?\\") + absolute).toStdWString();
}

class Handle
{
public:
    explicit Handle(HANDLE handle)
        : m_handle(handle)
    {
    }
    Handle(Handle &&other) noexcept
        : m_handle(std::exchange(other.m_handle, INVALID_HANDLE_VALUE))
    {
    }
    Handle &operator=(Handle &&) = delete;
    ~Handle()
    {
        if (isOpen())
            CloseHandle(m_handle);
    }

    HANDLE get() const { return m_handle; }
    bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE; }

private:
    HANDLE m_handle;
};

class WindowsFile : public DiskFile
{
public:
    explicit WindowsFile(Handle handle)
        : m_handle(std::move(handle))
    {
    }

    Result<void> write(const QByteArray &bytes) override
    {
        constexpr qsizetype kMostAtOnce = qsizetype{1} << 26;
        for (qsizetype done = 0; done < bytes.size();) {
            DWORD written = 0;
            const auto part = static_cast<DWORD>(std::min(kMostAtOnce, bytes.size() - done));
            if (!WriteFile(m_handle.get(), bytes.constData() + done, part, &written, nullptr) || written == 0)
                return systemError(QStringLiteral("disk.write"));
            done += written;
        }
        return ok();
    }

    /// Also asks the device to empty its own cache.
    Result<void> sync() override
    {
        return FlushFileBuffers(m_handle.get()) ? ok()
                                                : Result<void>(systemError(QStringLiteral("disk.sync")));
    }

private:
    Handle m_handle;
};

/// Files have the rights of the folder they are made in: that of a profile belongs to its user alone.
class WindowsDisk : public Disk
{
public:
    Result<QByteArray> read(const QString &path) override
    {
        const Handle handle(CreateFileW(native(path).c_str(), GENERIC_READ,
                                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                        OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
        if (!handle.isOpen())
            return systemError(QStringLiteral("disk.open"));
        QByteArray bytes;
        QByteArray part(1 << 16, Qt::Uninitialized);
        DWORD count = 0;
        do {
            if (!ReadFile(handle.get(), part.data(), static_cast<DWORD>(part.size()), &count, nullptr))
                return systemError(QStringLiteral("disk.read"));
            bytes.append(part.constData(), static_cast<qsizetype>(count));
        } while (count > 0);
        return bytes;
    }

    Result<std::unique_ptr<DiskFile>> create(const QString &path) override
    {
        return open(path, CREATE_ALWAYS, FILE_BEGIN);
    }

    /// Nobody else may write meanwhile, so that the end stays the end. FILE_APPEND_DATA alone would not do: flushing wants
    /// GENERIC_WRITE.
    Result<std::unique_ptr<DiskFile>> append(const QString &path) override
    {
        return open(path, OPEN_ALWAYS, FILE_END);
    }

    /// One step where both stand on one volume; returns when the change of the directory is on the device (MOVEFILE_WRITE_THROUGH).
    /// ReplaceFile is of no use here: it wants the target to exist, and may leave neither name behind when it fails.
    Result<void> rename(const QString &from, const QString &to) override
    {
        const bool isMoved = MoveFileExW(native(from).c_str(), native(to).c_str(),
                                         MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
        return isMoved ? ok() : Result<void>(systemError(QStringLiteral("disk.rename")));
    }

    /// Windows flushes no directories; rename() has waited for its own change, and NTFS logs that of create().
    Result<void> syncDirectory(const QString &path) override
    {
        return exists(path) ? ok()
                            : Result<void>(Error{ErrorKind::NotFound, QStringLiteral("disk.open"),
                                                 reasonOf(ERROR_PATH_NOT_FOUND)});
    }

    Result<void> remove(const QString &path) override
    {
        return DeleteFileW(native(path).c_str()) ? ok()
                                                 : Result<void>(systemError(QStringLiteral("disk.remove")));
    }

    bool exists(const QString &path) override { return QFile::exists(path); }

private:
    static Result<std::unique_ptr<DiskFile>> open(const QString &path, DWORD how, DWORD start)
    {
        // Others may read and rename meanwhile, as on other systems; nobody else writes.
        Handle handle(CreateFileW(native(path).c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE,
                                  nullptr, how, FILE_ATTRIBUTE_NORMAL, nullptr));
        if (!handle.isOpen() || !SetFilePointerEx(handle.get(), {}, nullptr, start))
            return systemError(QStringLiteral("disk.open"));
        return std::unique_ptr<DiskFile>(std::make_unique<WindowsFile>(std::move(handle)));
    }
};

} // namespace

std::shared_ptr<Disk> systemDisk()
{
    return std::make_shared<WindowsDisk>();
}

} // namespace simiao
