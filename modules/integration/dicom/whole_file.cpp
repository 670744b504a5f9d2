#include "integration/dicom/whole_file.h"

#include "core/try.h"

#include <QFileInfo>

#include <cerrno>
#include <cstring>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

QString temporaryOf(const QString &path)
{
    return path + u".part"_s;
}

} // namespace

Error asDiskFull(Error error)
{
    if (error.detail == QString::fromLocal8Bit(std::strerror(ENOSPC)))
        return {ErrorKind::Unavailable, u"disk.full"_s, error.detail};
    return error;
}

WholeFile::WholeFile(QString path, std::shared_ptr<Disk> disk)
    : m_path(std::move(path))
    , m_disk(std::move(disk))
{
}

WholeFile::~WholeFile()
{
    if (!m_file)
        return;
    m_file.reset();
    static_cast<void>(m_disk->remove(temporaryOf(m_path)));
}

Result<WholeFile> WholeFile::create(const QString &path, bool mayReplace, std::shared_ptr<Disk> disk)
{
    if (!mayReplace && disk->exists(path))
        return Error{ErrorKind::Conflict, u"export.exists"_s, QFileInfo(path).fileName()};
    WholeFile file(path, std::move(disk));
    auto created = file.m_disk->create(temporaryOf(path));
    if (!created)
        return asDiskFull(created.error());
    file.m_file = *std::move(created);
    return file;
}

Result<void> WholeFile::write(const QByteArray &bytes)
{
    auto written = m_file->write(bytes);
    return written ? written : Result<void>(asDiskFull(written.error()));
}

Result<void> WholeFile::finish()
{
    if (auto synced = m_file->sync(); !synced)
        return asDiskFull(synced.error());
    TRY_VOID(m_disk->rename(temporaryOf(m_path), m_path));
    m_file.reset();
    // The bytes are on the device. Shares and sticks often cannot flush a folder: that is no reason to call the file missing.
    static_cast<void>(m_disk->syncDirectory(QFileInfo(m_path).absolutePath()));
    return ok();
}

} // namespace simiao::dicom
