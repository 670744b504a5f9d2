#include "contract/store/sqlite_profile.h"
#include "core/atomic_file.h"
#include "drafts/file_draft_journal.h"
#include "sqlite/sqlite_backups.h"
#include "sqlite/sqlite_copy.h"
#include "support/fault_calls.h"
#include "support/patience.h"
#include "support/world.h"

#include <QDir>

#include <cerrno>
#include <climits>
#include <functional>

namespace simiao::test {

namespace {

using namespace Qt::StringLiterals;

constexpr int kAny = FaultOfWrite | FaultOfSync;

/// What is written to a file whose path holds `part` fails from the `first`-th call on, while this lives.
class Failing
{
public:
    Failing(int kinds, const QString &part, int first, int error, int count = INT_MAX)
        : m_first(first)
    {
        simiaoArmFault(kinds, qPrintable(part), first, count, error);
    }
    Failing(const Failing &) = delete;
    Failing &operator=(const Failing &) = delete;
    ~Failing() { simiaoDisarmFault(); }

    bool hasFailed() const { return simiaoFaultCalls() >= m_first; }

private:
    int m_first;
};

/// Every call at first, then wider steps: a copy is hundreds of writes that are all alike.
int nextCall(int call)
{
    return call + 1 + call / 3;
}

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Writes and flushes that fail, one call after the other: success is never said of what is not on the disk, the old is still there,
/// and the same act goes through afterwards.
class TestDiskFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<Profile>();
        open();
        m_world = aWorld(m_backend.store);
        m_patients = 1;
    }

    void cleanup()
    {
        simiaoDisarmFault();
        m_world = {};
        m_backend = {};
    }

    void theCallsThatFailAreTheProgramsOwn()
    {
        const Failing fault(FaultOfSync, u"simiao.db-wal"_s, INT_MAX, EIO);
        QVERIFY(commit(aPatient()));
        QVERIFY2(simiaoFaultCalls() > 0,
                 "the database's flushes do not pass through here: the other tests would prove nothing");
    }

    void aSaveWhoseFlushFailsIsRefused_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("EIO") << EIO;
        QTest::newRow("ENOSPC") << ENOSPC;
    }

    void aSaveWhoseFlushFailsIsRefused()
    {
        QFETCH(int, error);
        for (int round = 0; round < 3; ++round) {
            const auto work = aPatient();
            {
                const Failing fault(FaultOfSync, u"simiao.db"_s, 1, error);
                const auto saved = commit(work);
                QVERIFY(!saved);
                QCOMPARE(saved.error().kind, ErrorKind::Unavailable);
                QVERIFY(saved.error().code == u"store.write"_s || saved.error().code == u"store.disk-full"_s);
            }
            QVERIFY(commit(work)); // the same act, without typing it again
            ++m_patients;
        }
        everythingIsThere();
    }

    void aSaveThatFindsNoRoomIsRefused()
    {
        int refused = 0;
        for (int call = 1;; call = nextCall(call)) {
            const auto work = aPatient();
            bool hasFailed = false;
            {
                const Failing fault(FaultOfWrite, u"simiao.db"_s, call, ENOSPC);
                const auto saved = commit(work);
                hasFailed = !saved;
                if (!saved)
                    QCOMPARE(saved.error().code, u"store.disk-full"_s);
            }
            refused += hasFailed ? 1 : 0;
            QVERIFY(commit(work));
            ++m_patients;
            if (!hasFailed)
                break;
        }
        QVERIFY(refused > 0);
        everythingIsThere();
    }

    /// The database and its trail are whole without the witness: the save stands, and the next one tells the witness again.
    void aWitnessThatCannotBeWrittenStopsNobody()
    {
        {
            const Failing fault(FaultOfWrite, u"audit.head"_s, 1, ENOSPC);
            QVERIFY(commit(aPatient()));
            QTRY_VERIFY(fault.hasFailed()); // it is told behind the answer
        }
        QVERIFY(commit(aPatient()));
        m_patients += 2;
        everythingIsThere();
    }

    void aCopyThatIsNotOnTheDiskIsNoCopy()
    {
        const QTemporaryDir elsewhere;
        const QString file = elsewhere.filePath(u"copy.db"_s);
        int call = 1;
        for (bool hasFailed = true; hasFailed; call = nextCall(call)) {
            const Failing fault(kAny, u"copy.db"_s, call, call % 2 ? ENOSPC : EIO, 1);
            const auto copied = QCoro::waitFor(m_backend.maintenance->backup(file));
            hasFailed = fault.hasFailed();
            QCOMPARE(copied.has_value(), !hasFailed);
            QCOMPARE(QDir(elsewhere.path()).entryList(QDir::Files).isEmpty(), hasFailed);
            QCOMPARE(sqlite::knownBackups(m_profile->environment()).empty(), hasFailed);
        }
        QVERIFY(call > 3);
        everythingIsThere();
    }

    void anExportThatIsNotOnTheDiskIsTakenAway()
    {
        const QTemporaryDir elsewhere;
        const QString folder = elsewhere.filePath(u"hospital"_s);
        int call = 1;
        for (bool hasFailed = true; hasFailed; call = nextCall(call)) {
            const Failing fault(kAny, folder, call, call % 2 ? EIO : ENOSPC, 1);
            const auto exported = QCoro::waitFor(
                m_backend.maintenance->exportTo({folder, u"0.1.0"_s, u"MAIN"_s, m_world.clock->now(), {}}));
            hasFailed = fault.hasFailed();
            QCOMPARE(exported.has_value(), !hasFailed);
            QCOMPARE(QFile::exists(folder + u"/manifest.json"_s), !hasFailed);
            if (hasFailed)
                QVERIFY(!QDir(folder).exists() || QDir(folder).isEmpty());
        }
        QVERIFY(call > 10);
    }

    void aRestoreThatFailsLeavesEverythingWhereItWas()
    {
        const QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(u"copy.db"_s);
        QVERIFY(QCoro::waitFor(m_backend.maintenance->backup(copy)));
        QVERIFY(commit(aPatient()));
        const auto present = *QCoro::waitFor(m_backend.maintenance->contents());
        close();

        int call = 1;
        for (bool hasFailed = true; hasFailed; call = nextCall(call)) {
            bool isRestored = false;
            {
                const Failing fault(kAny, m_profile->folder.path(), call, call % 2 ? EIO : ENOSPC, 1);
                isRestored = sqlite::restoreFrom(m_profile->environment(), copy).has_value();
                hasFailed = fault.hasFailed();
            }
            QCOMPARE(isRestored, !hasFailed);
            if (isRestored)
                break;
            open();
            QCOMPARE(*QCoro::waitFor(m_backend.maintenance->contents()), present);
            QVERIFY(QCoro::waitFor(m_backend.maintenance->verifyAudit()));
            close();
            const auto aside =
                QDir(m_profile->folder.path()).entryList({u"*.before-restore-*"_s, u"*.incoming*"_s});
            QVERIFY2(aside.isEmpty(), qPrintable(aside.join(u' ')));
        }
        QVERIFY(call > 2);
        open();
        QVERIFY(*QCoro::waitFor(m_backend.maintenance->contents()) != present);
    }

    void aSettingsFileIsOldOrNewWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"layout.json"_s);
        const AtomicFile file(systemDisk());
        int call = 1;
        for (bool hasFailed = true; hasFailed; ++call) {
            QVERIFY(file.write(path, "old"));
            const Failing fault(kAny, folder.path(), call, call % 2 ? EIO : ENOSPC, 1);
            const auto written = file.write(path, "new");
            hasFailed = fault.hasFailed();
            QCOMPARE(written.has_value(), !hasFailed);
            const bool isNotDurable = !written && written.error().code == u"disk.not-durable"_s;
            QCOMPARE(bytesAt(path), hasFailed && !isNotDurable ? QByteArray("old") : QByteArray("new"));
            QVERIFY(!QFile::exists(path + u".new"_s));
        }
        QVERIFY(call > 3);
    }

    void whatIsTypedIsKeptUntilTheDiskTakesIt()
    {
        const QTemporaryDir folder;
        const auto open = [&] {
            return *drafts::FileDraftJournal::open(systemDisk(), m_world.clock, folder.path(), u"li"_s);
        };
        const workflow::DraftEntry typed{m_world.context.newCommand(), m_world.patient.id.uuid, u"10154-3"_s,
                                         u"发热3天"_s};
        for (const int kind : {FaultOfWrite, FaultOfSync}) {
            const auto journal = open();
            QVERIFY(QCoro::waitFor(journal->flush()));
            {
                const Failing fault(kind, u".journal"_s, 1, ENOSPC);
                journal->record(
                    {typed.draft, typed.patient, typed.field, typed.text + QString::number(kind)});
                const auto flushed = QCoro::waitFor(journal->flush());
                QCOMPARE(flushed.error().code, u"draft.write"_s);
                QCOMPARE(journal->entriesOf(typed.draft).front().text, typed.text + QString::number(kind));
            }
            QVERIFY(QCoro::waitFor(journal->flush()));
        }
        QCOMPARE(open()->entriesOf(typed.draft).front().text, typed.text + QString::number(FaultOfSync));
    }

private:
    void open()
    {
        auto backend = m_profile->open();
        QVERIFY(backend);
        m_backend = *std::move(backend);
    }

    void close()
    {
        m_backend.store->close();
        m_world.context.store.reset();
        m_backend = {};
    }

    /// Somebody new comes to the hospital.
    workflow::UnitOfWork aPatient()
    {
        auto patient = m_world.patient;
        patient.id = m_world.context.newId<administration::Patient>();
        patient.mrn = QString::number(900'000 + ++m_registered);
        patient.identityNumber.clear();
        auto work = m_world.context.begin(m_world.context.newCommand(), u"test.act"_s);
        work.insert(patient);
        return work;
    }

    Result<workflow::Receipt> commit(workflow::UnitOfWork work) const
    {
        return QCoro::waitFor(m_backend.store->commit(std::move(work)));
    }

    /// After a restart, too: all patients that were said to be saved, once, and a trail that is whole.
    void everythingIsThere()
    {
        close();
        open();
        const auto problems = QCoro::waitFor(m_backend.maintenance->check());
        QVERIFY(problems && problems->empty());
        QVERIFY(QCoro::waitFor(m_backend.maintenance->verifyAudit()));
        const auto contents = *QCoro::waitFor(m_backend.maintenance->contents());
        const auto patients = std::ranges::find(contents, u"patient"_s, &workflow::TableContents::table);
        QCOMPARE(patients->rows, m_patients);
    }

    std::unique_ptr<Profile> m_profile;
    sdk::Backend m_backend;
    World m_world;
    qint64 m_patients = 0;
    int m_registered = 0;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDiskFaults)
#include "test_disk_faults.moc"
