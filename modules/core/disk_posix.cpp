#include "core/disk.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace simiao {

namespace {

Error systemError(const QString &code)
{
    const ErrorKind kind = errno == ENOENT ? ErrorKind::NotFound : ErrorKind::Unavailable;
    return {kind, code, QString::fromLocal8Bit(std::strerror(errno))};
}

class PosixFile : public DiskFile
{
public:
    explicit PosixFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    PosixFile(const PosixFile &) = delete;
    PosixFile &operator=(const PosixFile &) = delete;
    ~PosixFile() override { ::close(m_descriptor); }

    Result<void> write(const QByteArray &bytes) override
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const auto written = ::write(m_descriptor, bytes.constData() + done, size_t(bytes.size() - done));
            if (written < 0 && errno != EINTR)
                return systemError(QStringLiteral("disk.write"));
            done += written > 0 ? written : 0;
        }
        return ok();
    }

    Result<void> sync() override
    {
        return ::fdatasync(m_descriptor) == 0 ? ok() : Result<void>(systemError(QStringLiteral("disk.sync")));
    }

private:
    int m_descriptor;
};

class PosixDisk : public Disk
{
public:
    Result<QByteArray> read(const QString &path) override
    {
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0)
            return systemError(QStringLiteral("disk.open"));
        QFile file;
        QByteArray bytes;
        if (file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
            bytes = file.readAll();
        if (file.error() != QFileDevice::NoError)
            return Error{ErrorKind::Unavailable, QStringLiteral("disk.read"), file.errorString()};
        return bytes;
    }

    Result<std::unique_ptr<DiskFile>> create(const QString &path) override { return open(path, O_TRUNC); }
    Result<std::unique_ptr<DiskFile>> append(const QString &path) override { return open(path, O_APPEND); }

    Result<void> rename(const QString &from, const QString &to) override
    {
        const int failed =
            std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData());
        return failed ? Result<void>(systemError(QStringLiteral("disk.rename"))) : ok();
    }

    Result<void> syncDirectory(const QString &path) override
    {
        const int descriptor =
            ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0)
            return systemError(QStringLiteral("disk.open"));
        const bool synced = ::fsync(descriptor) == 0;
        const Error failure = systemError(QStringLiteral("disk.sync"));
        ::close(descriptor);
        return synced ? ok() : Result<void>(failure);
    }

    Result<void> remove(const QString &path) override
    {
        const int failed = ::unlink(QFile::encodeName(path).constData());
        return failed ? Result<void>(systemError(QStringLiteral("disk.remove"))) : ok();
    }

    bool exists(const QString &path) override { return QFile::exists(path); }

private:
    static Result<std::unique_ptr<DiskFile>> open(const QString &path, int how)
    {
        const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | how;
        const int descriptor = ::open(QFile::encodeName(path).constData(), flags, 0600);
        if (descriptor < 0)
            return systemError(QStringLiteral("disk.open"));
        return std::unique_ptr<DiskFile>(std::make_unique<PosixFile>(descriptor));
    }
};

} // namespace

std::shared_ptr<Disk> systemDisk()
{
    return std::make_shared<PosixDisk>();
}

} // namespace simiao
