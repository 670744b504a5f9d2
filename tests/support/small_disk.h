#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace simiao::test {

/// A file system of a few megabytes in memory, mounted for this process alone, that can be filled to the last page.
class SmallDisk
{
public:
    /// Null where nothing can be mounted: not root, or a container without that right. Call it before other threads are started
    /// that use the disk. \param bytes  its size
    static std::unique_ptr<SmallDisk> make(qint64 bytes);
    /// What to say when there is none.
    static QString whyNot();

    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk();

    QString path() const { return m_folder.path(); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    qint64 freeBytes() const;

    /// Fills it until so many bytes are left, in whole pages of 4 KiB.
    void leaveFree(qint64 bytes);
    /// What filled it is gone.
    void release();
    /// Empty again.
    void clear();

private:
    SmallDisk() = default;

    QTemporaryDir m_folder;
};

} // namespace simiao::test
