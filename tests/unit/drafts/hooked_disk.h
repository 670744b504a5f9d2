#pragma once

#include "core/disk.h"

#include <functional>

namespace simiao::test {

/// The real disk; before each operation that changes it `hook` is asked whether it may.
class HookedDisk : public Disk
{
public:
    using Hook = std::function<bool()>;

    explicit HookedDisk(Hook hook)
        : m_hook(std::move(hook))
    {
    }

    Result<QByteArray> read(const QString &path) override { return m_disk->read(path); }
    bool exists(const QString &path) override { return m_disk->exists(path); }
    Result<std::unique_ptr<DiskFile>> create(const QString &path) override
    {
        return m_hook() ? hooked(m_disk->create(path)) : refusal();
    }
    Result<std::unique_ptr<DiskFile>> append(const QString &path) override
    {
        return m_hook() ? hooked(m_disk->append(path)) : refusal();
    }
    Result<void> rename(const QString &from, const QString &to) override
    {
        return m_hook() ? m_disk->rename(from, to) : Result<void>(refusal());
    }
    Result<void> syncDirectory(const QString &path) override
    {
        return m_hook() ? m_disk->syncDirectory(path) : Result<void>(refusal());
    }
    Result<void> remove(const QString &path) override
    {
        return m_hook() ? m_disk->remove(path) : Result<void>(refusal());
    }

private:
    class HookedFile : public DiskFile
    {
    public:
        HookedFile(Hook hook, std::unique_ptr<DiskFile> file)
            : m_hook(std::move(hook))
            , m_file(std::move(file))
        {
        }
        Result<void> write(const QByteArray &bytes) override
        {
            return m_hook() ? m_file->write(bytes) : Result<void>(refusal());
        }
        Result<void> sync() override { return m_hook() ? m_file->sync() : Result<void>(refusal()); }

    private:
        Hook m_hook;
        std::unique_ptr<DiskFile> m_file;
    };

    static Error refusal() { return {ErrorKind::Unavailable, QStringLiteral("disk.refused")}; }

    Result<std::unique_ptr<DiskFile>> hooked(Result<std::unique_ptr<DiskFile>> opened)
    {
        if (!opened)
            return opened;
        return std::unique_ptr<DiskFile>(std::make_unique<HookedFile>(m_hook, *std::move(opened)));
    }

    std::shared_ptr<Disk> m_disk = systemDisk();
    Hook m_hook;
};

} // namespace simiao::test
