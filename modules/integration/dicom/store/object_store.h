#pragma once

#include "core/atomic_file.h"
#include "integration/dicom/store/store_ledger.h"
#include "workflow/ports/file_keeper.h"
#include "workflow/ports/received_images.h"

#include <QSet>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace simiao::dicom {

/// Objects that archives send, and those of discs and sticks that belong to a record, as files on this computer: a folder for each study, which FileImageSource lists, a file for each
/// object. Names are hashes of UIDs, nothing of the data stands in a path. The preamble is cleared: a file that is an image here
/// must be no program elsewhere.
///
/// What lies in the cache is bounded; for more room the study goes that was not looked at longest. What belongs to a record is moved
/// out of the cache by keep() and stays. The folders are the only index: they are read when the store is opened, and what a power
/// cut left half is removed then.
/// \thread  any, several at a time
class ObjectStore : public workflow::ReceivedImages, public workflow::FileKeeper
{
public:
    struct Places
    {
        QString cache; ///< may be deleted at any time
        QString kept;  ///< what belongs to records
    };

    /// Unavailable `disk.open` where the folders cannot be made. Blocks. \param limit  bytes of the cache
    static Result<std::shared_ptr<ObjectStore>> open(Places places,
                                                     qint64 limit,
                                                     std::shared_ptr<Disk> disk = systemDisk());

    bool has(const QString &sopInstanceUid) const override;
    /// Also success where the same object lies there already.
    /// Conflict `imaging.object-differs` (the UID) where another object of this UID does: the first one stays.
    /// Invalid `imaging.uid-mismatch` where the file is another object than was said; Unavailable `disk.full`,
    /// `imaging.store-limit` (the limit in MB) and errors of the disk; as identityOf().
    Result<void> take(workflow::ReceivedObject object) override;

    /// Where the study's files are; empty where there are none.
    QString folderOf(const QString &studyInstanceUid) const override;
    /// The file of an object; empty where it is not there.
    QString fileOf(const QString &sopInstanceUid) const;
    /// The study belongs to a record from now on: its files, and those that still come, lie where nothing is evicted.
    /// \returns its folder; NotFound `imaging.study-missing`; errors of the disk, after which it can be called again
    Result<QString> keep(const QString &studyInstanceUid) override;
    /// Its files lie in the cache again, where the study that was not looked at longest goes first.
    Result<void> release(const QString &studyInstanceUid) override;
    bool isKept(const QString &studyInstanceUid) const override;
    workflow::ReceivedRoom room() const override;
    /// The study was looked at.
    void noteUse(const QString &studyInstanceUid) override;

    /// At or below one of the store's two folders.
    bool isOwn(const QString &location) const override;
    Result<workflow::KeptFile> takeFile(const QString &location) override;
    Result<void> drop(const QString &sopInstanceUid) override;

    StoreUse use() const;

private:
    ObjectStore(Places places, qint64 limit, std::shared_ptr<Disk> disk);

    Result<void> makeFolders() const;
    void readFolder(const QString &root, bool isKept);
    void finishMoves();
    QString rootOf(const QString &study) const;
    QString pathOf(const QString &study, const QString &object) const;
    Result<void> compareStored(const QString &path, const workflow::ReceivedObject &object) const;
    Result<QByteArray> readNext(const QString &location);
    Result<void> makeRoom(const QString &study, qint64 bytes);
    bool evict(const QString &study);
    Result<void> write(const QString &path, const QByteArray &file) const;
    Result<void> move(std::unique_lock<std::mutex> &lock,
                      const QString &study,
                      const QString &from,
                      const QString &to);
    Result<void> moveFiles(const QString &from, const QString &to, QStringList &moved) const;
    Result<void> moveFile(const QString &from, const QString &to) const;

    Places m_places;
    qint64 m_limit;
    std::shared_ptr<Disk> m_disk;
    AtomicFile m_files;
    mutable std::mutex m_mutex;
    std::mutex m_reading; ///< a disc has one head: what is copied from it is read one file after the other
    std::condition_variable m_written;
    QSet<QString> m_writing; ///< objects on their way to the disk
    QSet<QString> m_moving;  ///< studies on their way from one place to the other
    StoreLedger m_ledger;
};

} // namespace simiao::dicom
