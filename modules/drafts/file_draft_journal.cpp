#include "drafts/file_draft_journal.h"

#include "core/task_of.h"
#include "core/try.h"
#include "drafts/journal_writer.h"

#include <QDir>

namespace simiao::drafts {

Result<std::unique_ptr<FileDraftJournal>> FileDraftJournal::open(std::shared_ptr<Disk> disk,
                                                                 std::shared_ptr<const Clock> clock,
                                                                 const QString &folder,
                                                                 const QString &user)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Unavailable, QStringLiteral("draft.folder")};
    TRY(auto file,
        JournalFile::open(std::move(disk), QDir(folder).filePath(user + QLatin1String(".journal"))));
    return std::unique_ptr<FileDraftJournal>(new FileDraftJournal(std::move(clock), std::move(file)));
}

FileDraftJournal::FileDraftJournal(std::shared_ptr<const Clock> clock, JournalFile file)
    : m_clock(std::move(clock))
    , m_book(file.book())
    , m_damage(file.damage())
    , m_writer(std::make_unique<JournalWriter>(std::move(file),
                                               [this](const Result<void> &written) { report(written); }))
{
}

FileDraftJournal::~FileDraftJournal()
{
    m_writer.reset(); // before the object that its reports are sent to
}

void FileDraftJournal::record(workflow::DraftEntry entry)
{
    add({std::move(entry), m_clock->now(), false});
}

void FileDraftJournal::discard(Uuid draft)
{
    add({{.draft = draft, .patient = {}, .field = {}, .text = {}}, m_clock->now(), true});
}

void FileDraftJournal::add(DraftRecord record)
{
    if (m_book.apply(record))
        m_writer->add(std::move(record));
}

Task<Result<void>> FileDraftJournal::flush()
{
    return taskOf(m_writer->flush());
}

void FileDraftJournal::report(const Result<void> &written)
{
    if (written)
        QMetaObject::invokeMethod(this, &FileDraftJournal::writeRecovered, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(
            this, [this, reason = written.error().detail] { Q_EMIT writeFailed(reason); },
            Qt::QueuedConnection);
}

} // namespace simiao::drafts
