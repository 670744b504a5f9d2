#include "integration/dicom/store/object_store.h"

#include "core/hash.h"
#include "core/try.h"
#include "integration/dicom/part10.h"
#include "integration/dicom/store/object_identity.h"
#include "integration/dicom/whole_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// The last bytes of a disk belong to what people type, not to pictures that can be fetched again.
constexpr qint64 kReserve = 1 << 20;

QString nameOf(const QString &uid)
{
    return QString::fromLatin1(sha256(uid.toLatin1()).toHex().first(32));
}

bool isName(const QString &text)
{
    static const QRegularExpression shape(u"^[0-9a-f]{32}$"_s);
    return shape.match(text).hasMatch();
}

QByteArray withoutPreamble(QByteArray file)
{
    if (hasDicomMark(file))
        std::memset(file.data(), 0, kPreambleSize);
    return file;
}

/// For the order of eviction after the next start; a disk that refuses costs nothing but that order.
void touch(const QString &folder)
{
    std::error_code ignored;
    std::filesystem::last_write_time(std::filesystem::path(QFile::encodeName(folder).toStdString()),
                                     std::filesystem::file_time_type::clock::now(), ignored);
}

} // namespace

ObjectStore::ObjectStore(Places places, qint64 limit, std::shared_ptr<Disk> disk)
    : m_places(std::move(places))
    , m_limit(limit)
    , m_disk(std::move(disk))
    , m_files(m_disk)
{
}

Result<std::shared_ptr<ObjectStore>> ObjectStore::open(Places places,
                                                       qint64 limit,
                                                       std::shared_ptr<Disk> disk)
{
    std::shared_ptr<ObjectStore> store(new ObjectStore(std::move(places), limit, std::move(disk)));
    TRY_VOID(store->makeFolders());
    store->readFolder(store->m_places.kept, true);
    store->readFolder(store->m_places.cache, false);
    store->finishMoves();
    return store;
}

Result<void> ObjectStore::makeFolders() const
{
    for (const auto &folder : {m_places.cache, m_places.kept}) {
        if (!QDir().mkpath(folder))
            return Error{ErrorKind::Unavailable, u"disk.open"_s, folder};
    }
    return ok();
}

/// What bears other names is not ours and is left alone.
void ObjectStore::readFolder(const QString &root, bool isKept)
{
    const auto studies =
        QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time | QDir::Reversed);
    for (const auto &folder : studies) {
        const auto study = folder.fileName();
        if (!isName(study))
            continue;
        const auto files = QDir(folder.filePath()).entryInfoList(QDir::Files);
        for (const auto &file : files) {
            const bool isObject = file.suffix() == "dcm"_L1 && isName(file.completeBaseName());
            if (isObject && !m_ledger.studyOf(file.completeBaseName()))
                m_ledger.add(study, file.completeBaseName(), file.size());
            else if (isObject || file.fileName().endsWith(".dcm.new"_L1))
                static_cast<void>(m_disk->remove(file.filePath()));
        }
        if (!m_ledger.find(study))
            continue;
        m_ledger.noteUse(study);
        if (isKept)
            m_ledger.setKept(study);
    }
}

/// A power cut within keep() leaves some files of a kept study in the cache.
void ObjectStore::finishMoves()
{
    const auto inCache = QDir(m_places.cache).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &study : inCache) {
        QStringList moved;
        if (m_ledger.isKept(study))
            static_cast<void>(moveFiles(m_places.cache + u'/' + study, m_places.kept + u'/' + study, moved));
    }
}

bool ObjectStore::has(const QString &sopInstanceUid) const
{
    const std::scoped_lock lock(m_mutex);
    return m_ledger.studyOf(nameOf(sopInstanceUid)).has_value();
}

QString ObjectStore::rootOf(const QString &study) const
{
    return m_ledger.isKept(study) ? m_places.kept : m_places.cache;
}

QString ObjectStore::pathOf(const QString &study, const QString &object) const
{
    return u"%1/%2/%3.dcm"_s.arg(rootOf(study), study, object);
}

Result<void> ObjectStore::take(workflow::ReceivedObject received)
{
    TRY(const auto identity, identityOf(received.file));
    if (identity.sopInstanceUid != received.sopInstanceUid)
        return Error{ErrorKind::Invalid, u"imaging.uid-mismatch"_s, received.sopInstanceUid};
    const auto object = nameOf(identity.sopInstanceUid);
    const auto study = nameOf(identity.studyInstanceUid);
    const auto bytes = received.file.size();

    std::unique_lock lock(m_mutex);
    m_written.wait(lock, [&] { return !m_writing.contains(object) && !m_moving.contains(study); });
    if (const auto where = m_ledger.studyOf(object))
        return compareStored(pathOf(*where, object), received);
    TRY_VOID(makeRoom(study, bytes));
    m_writing.insert(object);
    m_ledger.beginWriting(study, bytes);
    const auto path = pathOf(study, object);
    lock.unlock();

    auto written = write(path, withoutPreamble(std::move(received.file)));

    lock.lock();
    if (written)
        m_ledger.add(study, object, bytes);
    m_ledger.endWriting(study, bytes);
    m_writing.remove(object);
    m_written.notify_all();
    return written;
}

/// Senders write their own names into the file meta information: only the data set tells two objects apart.
Result<void> ObjectStore::compareStored(const QString &path, const workflow::ReceivedObject &object) const
{
    TRY(const auto stored, m_disk->read(path));
    if (datasetOf(stored) == datasetOf(object.file))
        return ok();
    return Error{ErrorKind::Conflict, u"imaging.object-differs"_s, object.sopInstanceUid};
}

Result<void> ObjectStore::makeRoom(const QString &study, qint64 bytes)
{
    while (!m_ledger.isKept(study) && m_ledger.use().bytes + bytes > m_limit) {
        const auto oldest = m_ledger.leastUsed(study);
        if (!oldest || !evict(*oldest))
            return Error{ErrorKind::Unavailable, u"imaging.store-limit"_s,
                         QString::number(m_limit >> 20) + u" MB"_s};
    }
    const QStorageInfo volume(rootOf(study));
    if (volume.isValid() && volume.bytesAvailable() < bytes + kReserve)
        return Error{ErrorKind::Unavailable, u"disk.full"_s, u"%1 MB"_s.arg(volume.bytesAvailable() >> 20)};
    return ok();
}

bool ObjectStore::evict(const QString &study)
{
    const auto objects = m_ledger.find(study)->objects.keys();
    for (const auto &object : objects) {
        const auto removed = m_disk->remove(pathOf(study, object));
        if (!removed && removed.error().kind != ErrorKind::NotFound)
            return false;
        m_ledger.remove(object);
    }
    QDir().rmdir(m_places.cache + u'/' + study);
    return true;
}

Result<void> ObjectStore::write(const QString &path, const QByteArray &file) const
{
    const auto folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Unavailable, u"disk.open"_s, folder};
    auto written = m_files.write(path, file);
    if (written)
        return written;
    // Visible but perhaps not after a power cut: it is sent again rather than believed.
    static_cast<void>(m_disk->remove(path));
    QDir().rmdir(folder);
    return asDiskFull(written.error());
}

QString ObjectStore::folderOf(const QString &studyInstanceUid) const
{
    const auto study = nameOf(studyInstanceUid);
    const std::scoped_lock lock(m_mutex);
    const auto *entry = m_ledger.find(study);
    return entry && !entry->objects.isEmpty() ? rootOf(study) + u'/' + study : QString();
}

QString ObjectStore::fileOf(const QString &sopInstanceUid) const
{
    const auto object = nameOf(sopInstanceUid);
    const std::scoped_lock lock(m_mutex);
    const auto study = m_ledger.studyOf(object);
    return study ? pathOf(*study, object) : QString();
}

Result<QString> ObjectStore::keep(const QString &studyInstanceUid)
{
    const auto study = nameOf(studyInstanceUid);
    std::unique_lock lock(m_mutex);
    m_written.wait(lock, [&] { return !m_ledger.find(study) || m_ledger.find(study)->writers == 0; });
    if (!m_ledger.find(study))
        return Error{ErrorKind::NotFound, u"imaging.study-missing"_s, studyInstanceUid};
    TRY_VOID(move(lock, study, m_places.cache + u'/' + study, m_places.kept + u'/' + study));
    m_ledger.setKept(study);
    return m_places.kept + u'/' + study;
}

Result<void> ObjectStore::release(const QString &studyInstanceUid)
{
    const auto study = nameOf(studyInstanceUid);
    std::unique_lock lock(m_mutex);
    m_written.wait(lock, [&] { return !m_ledger.find(study) || m_ledger.find(study)->writers == 0; });
    if (!m_ledger.isKept(study))
        return ok();
    TRY_VOID(move(lock, study, m_places.kept + u'/' + study, m_places.cache + u'/' + study));
    m_ledger.setKept(study, false);
    if (m_ledger.find(study) && !makeRoom(study, 0)) // larger than all the room there is
        static_cast<void>(evict(study));
    return ok();
}

bool ObjectStore::isKept(const QString &studyInstanceUid) const
{
    const std::scoped_lock lock(m_mutex);
    return m_ledger.isKept(nameOf(studyInstanceUid));
}

workflow::ReceivedRoom ObjectStore::room() const
{
    const auto now = use();
    return {now.bytes, now.limit};
}

/// Whoever looks at a picture or at the room meanwhile does not wait: two disks may be between the places.
Result<void> ObjectStore::move(std::unique_lock<std::mutex> &lock,
                               const QString &study,
                               const QString &from,
                               const QString &to)
{
    m_moving.insert(study);
    m_ledger.beginWriting(study, 0); // it is neither evicted nor moved by others
    lock.unlock();

    QStringList moved;
    auto result = moveFiles(from, to, moved);
    QStringList lost;
    if (!result) {
        // Half a study must not lie in each place: what cannot go back is fetched again rather than believed to be there.
        QDir().mkpath(from);
        for (const auto &name : std::as_const(moved)) {
            if (!moveFile(to + u'/' + name, from + u'/' + name))
                lost.append(QFileInfo(name).completeBaseName());
        }
        QDir().rmdir(to);
    }

    lock.lock();
    for (const auto &object : std::as_const(lost))
        m_ledger.remove(object);
    m_ledger.endWriting(study, 0);
    m_moving.remove(study);
    m_written.notify_all();
    return result;
}

/// File by file, so that each is whole in one of the two places whenever it ends. \param moved  those that have come
Result<void> ObjectStore::moveFiles(const QString &from, const QString &to, QStringList &moved) const
{
    if (!QDir().mkpath(to))
        return Error{ErrorKind::Unavailable, u"disk.open"_s, to};
    const auto files = QDir(from).entryList({u"*.dcm"_s}, QDir::Files);
    for (const auto &name : files) {
        TRY_VOID(moveFile(from + u'/' + name, to + u'/' + name));
        moved.append(name);
    }
    QDir().rmdir(from);
    return m_disk->syncDirectory(to);
}

Result<void> ObjectStore::moveFile(const QString &from, const QString &to) const
{
    if (m_disk->rename(from, to))
        return ok();
    // Cache and data may be on two disks.
    TRY(const auto bytes, m_disk->read(from));
    TRY_VOID(write(to, bytes));
    return m_disk->remove(from);
}

void ObjectStore::noteUse(const QString &studyInstanceUid)
{
    const auto study = nameOf(studyInstanceUid);
    const std::scoped_lock lock(m_mutex);
    if (!m_ledger.find(study))
        return;
    m_ledger.noteUse(study);
    touch(rootOf(study) + u'/' + study);
}

bool ObjectStore::isOwn(const QString &location) const
{
    const auto path = QFileInfo(location).canonicalFilePath();
    return std::ranges::any_of(std::array{m_places.cache, m_places.kept}, [&path](const QString &place) {
        const auto root = QFileInfo(place).canonicalFilePath();
        return path == root || path.startsWith(root + u'/');
    });
}

Result<QByteArray> ObjectStore::readNext(const QString &location)
{
    const std::scoped_lock lock(m_reading);
    return m_disk->read(location);
}

Result<workflow::KeptFile> ObjectStore::takeFile(const QString &location)
{
    TRY(auto file, readNext(location));
    TRY(const auto identity, identityOf(file));
    const bool isNew = !has(identity.sopInstanceUid);
    TRY_VOID(take({identity.sopInstanceUid, std::move(file)}));
    return workflow::KeptFile{identity.studyInstanceUid, identity.sopInstanceUid, isNew};
}

Result<void> ObjectStore::drop(const QString &sopInstanceUid)
{
    const auto object = nameOf(sopInstanceUid);
    std::unique_lock lock(m_mutex);
    m_written.wait(lock, [&] {
        return !m_writing.contains(object)
            && !m_moving.contains(m_ledger.studyOf(object).value_or(QString()));
    });
    const auto study = m_ledger.studyOf(object);
    if (!study)
        return ok();
    const auto removed = m_disk->remove(pathOf(*study, object));
    if (!removed && removed.error().kind != ErrorKind::NotFound)
        return removed;
    const auto folder = rootOf(*study) + u'/' + *study;
    m_ledger.remove(object);
    QDir().rmdir(folder); // where it was the last one
    return ok();
}

StoreUse ObjectStore::use() const
{
    const std::scoped_lock lock(m_mutex);
    auto use = m_ledger.use();
    use.limit = m_limit;
    return use;
}

} // namespace simiao::dicom
