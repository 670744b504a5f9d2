#include "support/small_disk.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace simiao::test {

namespace {

constexpr qint64 kPage = 4096;
constexpr int kAttempts = 50;

/// A mount table of our own: whatever becomes of this process, nothing stays mounted.
bool leaveTheOthers()
{
    static const bool hasLeft =
        ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    return hasLeft;
}

} // namespace

std::unique_ptr<SmallDisk> SmallDisk::make(qint64 bytes)
{
    std::unique_ptr<SmallDisk> disk(new SmallDisk);
    const QByteArray place = QFile::encodeName(disk->path());
    const QByteArray options = "mode=0700,size=" + QByteArray::number(bytes);
    if (!leaveTheOthers() || ::mount("none", place.constData(), "tmpfs", 0, options.constData()) != 0)
        return nullptr;
    return disk;
}

QString SmallDisk::whyNot()
{
    return QStringLiteral("a disk that can be filled needs the right to mount one (root)");
}

SmallDisk::~SmallDisk()
{
    ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

qint64 SmallDisk::freeBytes() const
{
    struct statvfs state = {};
    ::statvfs(QFile::encodeName(path()).constData(), &state);
    return qint64(state.f_bavail) * qint64(state.f_frsize);
}

void SmallDisk::leaveFree(qint64 bytes)
{
    release();
    const int file =
        ::open(QFile::encodeName(filePath(QStringLiteral("ballast"))).constData(), O_WRONLY | O_CREAT, 0600);
    // Whoever else writes may take the room between asking and filling; then it is asked again.
    int failure = file < 0 ? errno : ENOSPC;
    for (int attempt = 0; failure == ENOSPC && attempt < kAttempts; ++attempt) {
        const qint64 ballast = (freeBytes() - bytes) / kPage * kPage;
        failure = ballast > 0 ? ::posix_fallocate(file, 0, ballast) : 0;
        if (failure == ENOSPC)
            static_cast<void>(::ftruncate(file, 0));
    }
    if (failure != 0)
        qFatal("the small disk cannot be filled: %s", std::strerror(failure));
    ::close(file);
}

void SmallDisk::release()
{
    QFile::remove(filePath(QStringLiteral("ballast")));
}

void SmallDisk::clear()
{
    for (const auto &entry :
         QDir(path()).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            QDir(entry.absoluteFilePath()).removeRecursively();
        else
            QFile::remove(entry.absoluteFilePath());
    }
}

} // namespace simiao::test
