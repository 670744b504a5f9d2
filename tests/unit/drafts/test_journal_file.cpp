#include "draft_builders.h"
#include "drafts/journal_file.h"
#include "hooked_disk.h"
#include "support/fault_disk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::drafts;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

using Records = std::vector<DraftRecord>;

/// What a desk does between two openings: each step is written and, when that works, acknowledged.
const std::vector<Records> kSteps = {
    {aRecord(1, u"咳"_s)},   {aRecord(1, u"咳嗽"_s), aRecord(1, u"休息"_s, u"plan"_s)},
    {aRecord(2, u"发热"_s)}, {},
    {aDiscard(1)},           {aRecord(2, u"发热 2 天"_s), aRecord(3, u"头痛"_s)},
    {aRecord(3, {})},
};

/// The folder of a journal, as a power cut would leave it.
using Folder = QMap<QString, QByteArray>;

Folder folderNow(const QString &path)
{
    Folder files;
    for (const auto &name : QDir(path).entryList(QDir::Files))
        files.insert(name, *systemDisk()->read(QDir(path).filePath(name)));
    return files;
}

void putBack(const Folder &files, const QString &path)
{
    for (auto file = files.begin(); file != files.end(); ++file) {
        const auto created = systemDisk()->create(QDir(path).filePath(file.key()));
        QVERIFY((*created)->write(file.value()));
    }
}

QString journalIn(const QTemporaryDir &folder)
{
    return folder.filePath(u"user.journal"_s);
}

/// A journal that will be compacted when it is opened: ten texts of which one counts.
void writeGarbage(const QString &path)
{
    auto file = JournalFile::open(systemDisk(), path);
    for (int i = 0; i < 10; ++i)
        QVERIFY(file->write({aRecord(9, QString::number(i))}));
}

/// Runs the steps and keeps what each of them should leave behind.
class Desk
{
public:
    explicit Desk(JournalFile file)
        : m_file(std::move(file))
        , m_states{m_file.book().records()}
    {
    }

    void run()
    {
        for (const auto &step : kSteps) {
            auto book = m_file.book();
            for (const auto &record : step)
                book.apply(record);
            m_states.push_back(book.records());
            if (m_file.write(step))
                m_acknowledged = m_states.size() - 1;
        }
    }

    std::size_t acknowledged() const { return m_acknowledged; }
    /// Whether `records` are what was acknowledged at `since`, or any later state.
    bool wasAt(const Records &records, std::size_t since) const
    {
        return std::find(m_states.begin() + std::ptrdiff_t(since), m_states.end(), records) != m_states.end();
    }

private:
    JournalFile m_file;
    std::vector<Records> m_states;
    std::size_t m_acknowledged = 0;
};

} // namespace

class TestJournalFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedSurvives_whicheverOperationFails_data() { withAndWithoutGarbage(); }
    void whatWasAcknowledgedSurvives_whicheverOperationFails()
    {
        QFETCH(const bool, hasGarbage);
        int failAt = 2; // 1 is the read of open()
        for (bool failed = true; failed; ++failAt) {
            QTemporaryDir folder;
            if (hasGarbage)
                writeGarbage(journalIn(folder));
            const auto disk = std::make_shared<FaultDisk>(failAt);

            Desk desk(*JournalFile::open(disk, journalIn(folder)));
            desk.run();

            failed = disk->operations() >= failAt;
            const auto reopened = JournalFile::open(systemDisk(), journalIn(folder));
            QVERIFY(reopened);
            QVERIFY(desk.acknowledged() + 1
                    >= kSteps.size()); // one step failed at most, and a later one made up for it
            QVERIFY2(desk.wasAt(reopened->book().records(), desk.acknowledged()),
                     qPrintable(QString::number(failAt)));
        }
        QVERIFY(failAt > 15);
    }

    void whatWasAcknowledgedSurvives_whenKilledAtAnyMoment_data() { withAndWithoutGarbage(); }
    void whatWasAcknowledgedSurvives_whenKilledAtAnyMoment()
    {
        QFETCH(const bool, hasGarbage);
        QTemporaryDir folder;
        if (hasGarbage)
            writeGarbage(journalIn(folder));
        struct Moment
        {
            Folder files;
            std::size_t acknowledged;
        };
        std::vector<Moment> moments;
        const Desk *running = nullptr;
        const auto disk = std::make_shared<HookedDisk>([&] {
            moments.push_back({folderNow(folder.path()), running->acknowledged()});
            return true;
        });

        Desk desk(*JournalFile::open(disk, journalIn(folder)));
        running = &desk;
        desk.run();

        QVERIFY(moments.size() > 15);
        for (const auto &moment : moments) {
            QTemporaryDir after;
            putBack(moment.files, after.path());
            const auto reopened = JournalFile::open(systemDisk(), journalIn(after));
            QVERIFY(reopened);
            QVERIFY(desk.wasAt(reopened->book().records(), moment.acknowledged));
        }
    }

    void aDiskThatStaysFullLosesNothingOnceItTakesWritesAgain()
    {
        QTemporaryDir folder;
        bool isFull = false;
        const auto disk = std::make_shared<HookedDisk>([&] { return !isFull; });
        auto file = JournalFile::open(disk, journalIn(folder));
        QVERIFY(file->write({aRecord(1, u"a"_s)}));

        isFull = true;
        const auto refused = file->write({aRecord(1, u"ab"_s)});
        QVERIFY(!file->write({aRecord(2, u"b"_s)}));
        isFull = false;
        QVERIFY(file->write({}));

        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QCOMPARE(refused.error().code, u"draft.write"_s);
        const auto reopened = JournalFile::open(systemDisk(), journalIn(folder));
        QCOMPARE(reopened->book().records(), (Records{aRecord(1, u"ab"_s), aRecord(2, u"b"_s)}));
        QCOMPARE(reopened->damage(), JournalDamage());
    }

    void garbageIsClearedAtTheFirstWriteWithoutLeavingAnOlderGeneration()
    {
        QTemporaryDir folder;
        writeGarbage(journalIn(folder));

        QVERIFY(JournalFile::open(systemDisk(), journalIn(folder))->write({}));

        const auto files = folderNow(folder.path());
        QCOMPARE(files.keys(), QStringList{u"user.journal"_s});
        QCOMPARE(files.first(), journalBytes(aRecord(9, u"9"_s)));
    }

    void aTornTailIsReportedOnceAndKeptAside()
    {
        QTemporaryDir folder;
        writeGarbage(journalIn(folder));
        const auto torn = systemDisk()->read(journalIn(folder))->chopped(3);
        putBack({{u"user.journal"_s, torn}}, folder.path());

        auto first = JournalFile::open(systemDisk(), journalIn(folder));
        QVERIFY(first->write({aRecord(1, u"a"_s)}));
        const auto second = JournalFile::open(systemDisk(), journalIn(folder));

        QVERIFY(first->damage().tornBytes > 0);
        QCOMPARE(second->damage(), JournalDamage());
        QCOMPARE(second->book().records(), (Records{aRecord(9, u"8"_s), aRecord(1, u"a"_s)}));
        QCOMPARE(folderNow(folder.path()).value(u"user.journal.damaged"_s), torn);
    }

    void recordsOfANewerProgramOutliveCompaction()
    {
        QTemporaryDir folder;
        writeGarbage(journalIn(folder));
        auto newer = journalBytes(aRecord(1, u"later"_s));
        newer[4] = 2;
        putBack({{u"user.journal"_s, newer + *systemDisk()->read(journalIn(folder))}}, folder.path());

        QVERIFY(JournalFile::open(systemDisk(), journalIn(folder))->write({}));

        QCOMPARE(*systemDisk()->read(journalIn(folder)), newer + journalBytes(aRecord(9, u"9"_s)));
    }

    void aJournalThatCannotBeReadIsNotTakenForAnEmptyOne()
    {
        QTemporaryDir folder;
        writeGarbage(journalIn(folder));

        const auto file = JournalFile::open(std::make_shared<FaultDisk>(1), journalIn(folder));

        QCOMPARE(file.error().code, u"draft.read"_s);
    }

private:
    static void withAndWithoutGarbage()
    {
        QTest::addColumn<bool>("hasGarbage");
        QTest::newRow("new journal") << false;
        QTest::newRow("journal to compact") << true;
    }
};

QTEST_GUILESS_MAIN(TestJournalFile)
#include "test_journal_file.moc"
