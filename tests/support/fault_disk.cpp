#include "support/fault_disk.h"

namespace simiao::test {

namespace {

Error injected()
{
    return {ErrorKind::Unavailable, QStringLiteral("disk.injected"),
            QStringLiteral("no space left on device")};
}

class FaultFile : public DiskFile
{
public:
    FaultFile(FaultDisk *disk, std::unique_ptr<DiskFile> file)
        : m_disk(disk)
        , m_file(std::move(file))
    {
    }
    Result<void> write(const QByteArray &bytes) override
    {
        if (!m_disk->fails())
            return m_file->write(bytes);
        static_cast<void>(m_file->write(bytes.first(bytes.size() / 2)));
        return injected();
    }
    Result<void> sync() override { return m_disk->fails() ? Result<void>(injected()) : m_file->sync(); }

private:
    FaultDisk *m_disk;
    std::unique_ptr<DiskFile> m_file;
};

Result<std::unique_ptr<DiskFile>> wrap(FaultDisk *disk, Result<std::unique_ptr<DiskFile>> opened)
{
    if (!opened)
        return opened;
    return std::unique_ptr<DiskFile>(std::make_unique<FaultFile>(disk, std::move(*opened)));
}

} // namespace

Result<QByteArray> FaultDisk::read(const QString &path)
{
    return fails() ? Result<QByteArray>(injected()) : m_disk->read(path);
}

Result<std::unique_ptr<DiskFile>> FaultDisk::create(const QString &path)
{
    return fails() ? Result<std::unique_ptr<DiskFile>>(injected()) : wrap(this, m_disk->create(path));
}

Result<std::unique_ptr<DiskFile>> FaultDisk::append(const QString &path)
{
    return fails() ? Result<std::unique_ptr<DiskFile>>(injected()) : wrap(this, m_disk->append(path));
}

Result<void> FaultDisk::rename(const QString &from, const QString &to)
{
    return fails() ? Result<void>(injected()) : m_disk->rename(from, to);
}

Result<void> FaultDisk::syncDirectory(const QString &path)
{
    return fails() ? Result<void>(injected()) : m_disk->syncDirectory(path);
}

Result<void> FaultDisk::remove(const QString &path)
{
    return fails() ? Result<void>(injected()) : m_disk->remove(path);
}

} // namespace simiao::test
