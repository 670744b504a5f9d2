#include "drafts/journal_file.h"

#include "core/atomic_file.h"
#include "core/try.h"

#include <QFileInfo>

#include <utility>

namespace simiao::drafts {

namespace {

QByteArray bytesOf(const std::vector<DraftRecord> &records)
{
    QByteArray bytes;
    for (const auto &record : records)
        bytes += journalBytes(record);
    return bytes;
}

Error writeError(const Error &cause)
{
    return {ErrorKind::Unavailable, QStringLiteral("draft.write"),
            cause.code + QLatin1String(": ") + cause.detail};
}

} // namespace

Result<JournalFile> JournalFile::open(std::shared_ptr<Disk> disk, const QString &path)
{
    const auto journal = AtomicFile(disk).read(path);
    if (!journal && journal.error().kind != ErrorKind::NotFound)
        return Error{ErrorKind::Unavailable, QStringLiteral("draft.read"), journal.error().detail};
    return JournalFile(std::move(disk), path, journal ? *journal : QByteArray());
}

JournalFile::JournalFile(std::shared_ptr<Disk> disk, const QString &path, const QByteArray &journal)
    : m_disk(std::move(disk))
    , m_path(path)
{
    auto scan = scanJournal(journal);
    for (const auto &record : scan.records)
        m_book.apply(record);
    m_foreign = std::move(scan.foreign);
    m_damage = scan.damage;
    const bool isThere = m_disk->exists(m_path);
    const qsizetype needed = m_foreign.size() + bytesOf(m_book.records()).size();
    m_isRewriteDue = !isThere;
    m_isCompactionWanted = isThere && (m_damage.hasInvalidBytes() || needed * 2 < journal.size());
    m_isDamageKept = m_damage.hasInvalidBytes();
}

Result<void> JournalFile::write(const std::vector<DraftRecord> &records)
{
    for (const auto &record : records)
        m_book.apply(record);
    if (std::exchange(m_isCompactionWanted, false) && compact())
        return ok();
    auto written = m_isRewriteDue ? rewrite() : append(records);
    m_isRewriteDue = !written;
    if (written)
        return ok();
    m_appending.reset();
    return writeError(written.error());
}

bool JournalFile::compact()
{
    const auto rewritten = rewrite();
    if (rewritten)
        return true;
    // The old file is good enough to go on with, unless the new one took its place without being durable.
    m_isRewriteDue = rewritten.error().code == QLatin1String("disk.not-durable") || !m_disk->exists(m_path);
    return false;
}

Result<void> JournalFile::rewrite()
{
    m_appending.reset();
    TRY_VOID(AtomicFile(m_disk).write(m_path, m_foreign + bytesOf(m_book.records())));
    clearPrevious();
    return ok();
}

Result<void> JournalFile::append(const std::vector<DraftRecord> &records)
{
    if (records.empty())
        return ok();
    if (!m_appending) {
        TRY(m_appending, m_disk->append(m_path));
        // The program before may have died between putting the file in its place and syncing that.
        TRY_VOID(m_disk->syncDirectory(QFileInfo(m_path).absolutePath()));
    }
    TRY_VOID(m_appending->write(bytesOf(records)));
    return m_appending->sync();
}

void JournalFile::clearPrevious()
{
    const QString previous = m_path + QLatin1String(".previous");
    if (!m_disk->exists(previous))
        return;
    // Signed texts must not stay behind in an older generation. That it fails costs nothing but that.
    if (std::exchange(m_isDamageKept, false))
        static_cast<void>(m_disk->rename(previous, m_path + QLatin1String(".damaged")));
    else
        static_cast<void>(m_disk->remove(previous));
}

} // namespace simiao::drafts
