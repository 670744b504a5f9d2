#pragma once

#include "core/disk.h"

namespace simiao::test {

/// The real disk, except that the `failAt`-th operation (counted from 1), or some from it on, fail.
class FaultDisk : public Disk
{
public:
    explicit FaultDisk(int failAt = 0)
        : m_failAt(failAt)
    {
    }

    Result<QByteArray> read(const QString &path) override;
    Result<std::unique_ptr<DiskFile>> create(const QString &path) override;
    Result<std::unique_ptr<DiskFile>> append(const QString &path) override;
    Result<void> rename(const QString &from, const QString &to) override;
    Result<void> syncDirectory(const QString &path) override;
    Result<void> remove(const QString &path) override;
    bool exists(const QString &path) override { return m_disk->exists(path); }

    int operations() const { return m_operations; }
    /// From the `first`-th operation on so many fail.
    void failFrom(int first, int count)
    {
        m_failAt = first;
        m_failing = count;
    }
    /// Counts one operation; true when it is one that must fail.
    bool fails() { return ++m_operations >= m_failAt && m_failAt > 0 && m_operations < m_failAt + m_failing; }

private:
    std::shared_ptr<Disk> m_disk = systemDisk();
    int m_failAt;
    int m_failing = 1;
    int m_operations = 0;
};

} // namespace simiao::test
