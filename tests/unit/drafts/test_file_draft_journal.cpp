#include "draft_builders.h"
#include "drafts/file_draft_journal.h"
#include "hooked_disk.h"
#include "support/fake_clock.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace simiao;
using namespace simiao::drafts;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

using Entries = std::vector<workflow::DraftEntry>;
using Ids = std::vector<Uuid>;

} // namespace

class TestFileDraftJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_isFull = false;
    }

    void showsWhatWasRecordedAtOnce()
    {
        const auto journal = open();

        journal->record(anEntry(1, u"咳"_s));
        journal->record(anEntry(1, u"咳嗽"_s));

        QCOMPARE(journal->entriesOf(draftId(1)), Entries{anEntry(1, u"咳嗽"_s)});
        QCOMPARE(journal->drafts(), Ids{draftId(1)});
    }

    void flushedTextIsThereAfterReopening()
    {
        const auto journal = open();
        journal->record(anEntry(2, u"b"_s));
        journal->record(anEntry(1, u"a"_s));
        journal->record(anEntry(3, u"c"_s));
        journal->discard(draftId(3));

        QVERIFY(QCoro::waitFor(journal->flush()));

        const auto other = openCopy();
        QCOMPARE(other->drafts(), (Ids{draftId(2), draftId(1)}));
        QCOMPARE(other->entriesOf(draftId(1)), Entries{anEntry(1, u"a"_s)});
        QCOMPARE(other->damage(), JournalDamage());
    }

    void textReachesTheDiskWithoutFlushing()
    {
        const auto journal = open();
        QVERIFY(QCoro::waitFor(journal->flush()));

        journal->record(anEntry(1, u"typed"_s));

        QTRY_VERIFY(fileBytes().contains("typed"));
    }

    void closingWritesWhatIsLeft()
    {
        open()->record(anEntry(1, u"last key"_s));
        QCOMPARE(open()->entriesOf(draftId(1)), Entries{anEntry(1, u"last key"_s)});
    }

    void theSameTextAgainIsNotWritten()
    {
        const auto journal = open();
        journal->record(anEntry(1, u"a"_s));
        QVERIFY(QCoro::waitFor(journal->flush()));
        const auto before = fileBytes();

        journal->record(anEntry(1, u"a"_s));
        QVERIFY(QCoro::waitFor(journal->flush()));

        QCOMPARE(fileBytes(), before);
    }

    void usersDoNotSeeEachOther()
    {
        open()->record(anEntry(1, u"a"_s));
        QVERIFY(open(u"other"_s)->drafts().empty());
    }

    void aFullDiskIsSaidAndNothingIsLost()
    {
        const auto journal = open();
        QVERIFY(QCoro::waitFor(journal->flush()));
        QSignalSpy failed(journal.get(), &FileDraftJournal::writeFailed);
        QSignalSpy recovered(journal.get(), &FileDraftJournal::writeRecovered);

        m_isFull = true;
        journal->record(anEntry(1, u"a"_s));
        const auto refused = QCoro::waitFor(journal->flush());
        const auto refusedAgain = QCoro::waitFor(journal->flush());
        QTRY_COMPARE(failed.size(), 1);
        m_isFull = false;

        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QCOMPARE(refused.error().code, u"draft.write"_s);
        QVERIFY(!refusedAgain);
        QCOMPARE(journal->entriesOf(draftId(1)), Entries{anEntry(1, u"a"_s)});
        QCOMPARE(openCopy()->entriesOf(draftId(1)), Entries{anEntry(1, u"a"_s)});
    }

    void aDiskThatIsFullFromTheStartIsSaidBeforeAnythingIsTyped()
    {
        m_isFull = true;
        const auto journal = open();
        QSignalSpy failed(journal.get(), &FileDraftJournal::writeFailed);
        QTRY_COMPARE(failed.size(), 1);
    }

    void cutAnywhereTheFileOpensAndSaysWhatIsMissing()
    {
        open()->record(anEntry(1, u"a"_s));
        const auto firstSize = fileBytes().size();
        open()->record(anEntry(2, u"b"_s));
        const auto whole = fileBytes();

        for (qsizetype size = 0; size <= whole.size(); ++size) {
            replaceFile(whole.first(size));
            const auto journal = openCopy();
            const bool isBetweenRecords = size == 0 || size == firstSize || size == whole.size();
            QCOMPARE(journal->damage().tornBytes == 0, isBetweenRecords);
            QCOMPARE(journal->drafts().size(),
                     std::size_t(size >= firstSize) + std::size_t(size >= whole.size()));
        }
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        const auto journal = FileDraftJournal::open(systemDisk(), m_clock, u"/proc/none/drafts"_s, u"user"_s);
        QCOMPARE(journal.error().code, u"draft.folder"_s);
    }

private:
    std::unique_ptr<FileDraftJournal> open(const QString &user = u"user"_s)
    {
        const auto disk = std::make_shared<HookedDisk>([this] { return !m_isFull; });
        auto opened = FileDraftJournal::open(disk, m_clock, m_folder->filePath(u"drafts"_s), user);
        return opened ? *std::move(opened) : nullptr;
    }

    /// What a program would find that starts now, while this one still runs.
    std::unique_ptr<FileDraftJournal> openCopy()
    {
        m_copy = std::make_unique<QTemporaryDir>();
        const auto created = systemDisk()->create(m_copy->filePath(u"user.journal"_s));
        if (!(*created)->write(fileBytes()))
            return nullptr;
        return *FileDraftJournal::open(systemDisk(), m_clock, m_copy->path(), u"user"_s);
    }

    QByteArray fileBytes() const { return systemDisk()->read(path()).value_or(QByteArray()); }
    void replaceFile(const QByteArray &bytes) { QVERIFY((*systemDisk()->create(path()))->write(bytes)); }
    QString path() const { return m_folder->filePath(u"drafts/user.journal"_s); }

    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_copy;
    std::atomic<bool> m_isFull = false;
};

QTEST_GUILESS_MAIN(TestFileDraftJournal)
#include "test_file_draft_journal.moc"
