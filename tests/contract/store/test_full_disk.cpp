#include "contract/store/sqlite_profile.h"
#include "drafts/file_draft_journal.h"
#include "host/plugin_switches.h"
#include "sqlite/sqlite_backups.h"
#include "support/small_disk.h"
#include "support/world.h"

#include <QDir>
#include <QFileInfo>

namespace simiao::test {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kPage = 4096;

} // namespace

/// A disk of a few megabytes, filled to the last page and freed four kilobytes at a time: refused with a cause, nothing old is lost,
/// and the same act goes through when there is room.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_disk = SmallDisk::make(32 << 20); // before any thread
        if (!m_disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
    }

    void init()
    {
        if (!m_disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
        m_disk->clear();
        auto backend = sqlite::openBackend(environment());
        QVERIFY(backend);
        m_backend = *std::move(backend);
        m_world = aWorld(m_backend.store);
        m_patients = 1;
    }

    void cleanup()
    {
        m_world = {};
        m_backend = {};
    }

    void aSaveIsRefusedOrTaken()
    {
        for (int pages = 0; pages < 24; ++pages) {
            m_disk->leaveFree(pages * kPage);
            const auto work = aPatient();
            const auto saved = commit(work);
            if (!saved) {
                QCOMPARE(saved.error().code, u"store.disk-full"_s);
                QVERIFY(QCoro::waitFor(
                    workflow::load(m_backend.store, m_world.patient.id))); // it can be worked with
                m_disk->release();
                QVERIFY(commit(work));
            }
            ++m_patients;
        }
        m_disk->release();
        everythingIsThere();
    }

    /// The log must grow, wherever it began: there is no room in the middle of the save.
    void aLargeSaveIsRefusedAndThenTaken()
    {
        constexpr int kMany = 2000;
        int refused = 0;
        for (int pages = 0; pages < 64; pages += 16) {
            m_disk->leaveFree(pages * kPage);
            const auto work = manyPatients(kMany);
            const auto saved = commit(work);
            if (!saved) {
                ++refused;
                QCOMPARE(saved.error().code, u"store.disk-full"_s);
                m_disk->release();
                QVERIFY(commit(work));
            }
            m_patients += kMany;
        }
        QVERIFY(refused > 0);
        m_disk->release();
        everythingIsThere();
    }

    void aCopyIsRefusedAndLeavesNothing()
    {
        const QString file = m_disk->filePath(u"copy.db"_s);
        int refused = 0;
        for (qint64 pages = 0;; pages += 8) {
            m_disk->leaveFree(pages * kPage);
            const auto copied = QCoro::waitFor(m_backend.maintenance->backup(file));
            if (copied)
                break;
            ++refused;
            QCOMPARE(copied.error().kind, ErrorKind::Unavailable);
            QVERIFY(QDir(m_disk->path()).entryList({u"copy.db*"_s}).isEmpty()); // the room is there again
            QVERIFY(sqlite::knownBackups(environment()).empty());
        }
        QVERIFY(refused > 2);
        m_disk->release();
        everythingIsThere();
    }

    void anExportIsRefusedAndLeavesNothing()
    {
        const QTemporaryDir outside;
        const QString folder = m_disk->filePath(u"hospital"_s);
        // The profile stands elsewhere: an export never goes into it.
        const sdk::BackendEnvironment other{outside.path(), outside.path(), sqlFolder(), {}};
        const auto backend = sqlite::openBackend(other);
        QVERIFY(backend);
        aWorld(backend->store);
        int refused = 0;
        for (qint64 pages = 0;; pages += 4) {
            m_disk->leaveFree(pages * kPage);
            const auto exported = QCoro::waitFor(
                backend->maintenance->exportTo({folder, u"0.1.0"_s, u"MAIN"_s, m_world.clock->now(), {}}));
            if (exported)
                break;
            ++refused;
            QCOMPARE(exported.error().kind, ErrorKind::Unavailable);
            QVERIFY(!QDir(folder).exists() || QDir(folder).isEmpty());
        }
        QVERIFY(refused > 2);
        QVERIFY(QFile::exists(folder + u"/manifest.json"_s));
    }

    void whatIsTypedStaysAndIsWrittenWhenThereIsRoom()
    {
        const auto draft = m_world.context.newCommand();
        const auto patient = m_world.patient.id.uuid;
        const QString text(20'000, u'咳');
        {
            auto journal = openJournal();
            QVERIFY(QCoro::waitFor(journal->flush()));
            m_disk->leaveFree(0);
            journal->record({draft, patient, u"10154-3"_s, text});
            QCOMPARE(QCoro::waitFor(journal->flush()).error().code, u"draft.write"_s);
            QCOMPARE(journal->entriesOf(draft).front().text, text);
            m_disk->release();
            QVERIFY(QCoro::waitFor(journal->flush()));
        }
        QCOMPARE(openJournal()->entriesOf(draft).front().text, text);
    }

    void whatIsSwitchedOffStaysOff()
    {
        const QString path = m_disk->filePath(u"plugins.disabled"_s);
        host::PluginSwitches switches(systemDisk(), path);
        QVERIFY(switches.setEnabled(u"imaging"_s, false));
        m_disk->leaveFree(0);

        QVERIFY(!switches.setEnabled(u"imaging"_s, true));

        QCOMPARE(switches.disabled(), QStringList{u"imaging"_s});
        QCOMPARE(host::PluginSwitches(systemDisk(), path).disabled(), QStringList{u"imaging"_s});
        m_disk->release();
        QVERIFY(switches.setEnabled(u"imaging"_s, true));
        QVERIFY(host::PluginSwitches(systemDisk(), path).disabled().isEmpty());
    }

    void aStartOnAFullDiskSaysSo()
    {
        m_backend.store->close();
        m_world.context.store.reset();
        m_backend = {};
        for (const auto &name : {u"simiao.db-wal"_s, u"simiao.db-shm"_s})
            QFile::remove(m_disk->filePath(name));
        m_disk->leaveFree(0);

        const auto opened = sqlite::openBackend(environment());

        if (!opened) {
            QCOMPARE(opened.error().kind, ErrorKind::Unavailable);
            QVERIFY2(opened.error().code == u"sqlite.no-room"_s
                         || opened.error().code == u"sqlite.cannot-open"_s,
                     qPrintable(opened.error().code));
        }
        m_disk->release();
        if (!opened)
            QVERIFY(sqlite::openBackend(environment()));
    }

private:
    sdk::BackendEnvironment environment() const { return {m_disk->path(), m_disk->path(), sqlFolder(), {}}; }

    std::unique_ptr<drafts::FileDraftJournal> openJournal() const
    {
        return *drafts::FileDraftJournal::open(systemDisk(), m_world.clock, m_disk->filePath(u"drafts"_s),
                                               u"li"_s);
    }

    void add(workflow::UnitOfWork &work)
    {
        auto patient = m_world.patient;
        patient.id = m_world.context.newId<administration::Patient>();
        patient.mrn = QString::number(900'000 + ++m_registered);
        patient.identityNumber.clear();
        work.insert(patient);
    }

    workflow::UnitOfWork manyPatients(int count)
    {
        auto work = m_world.context.begin(m_world.context.newCommand(), u"test.act"_s);
        for (int i = 0; i < count; ++i)
            add(work);
        return work;
    }

    workflow::UnitOfWork aPatient() { return manyPatients(1); }

    Result<workflow::Receipt> commit(workflow::UnitOfWork work) const
    {
        return QCoro::waitFor(m_backend.store->commit(std::move(work)));
    }

    void everythingIsThere()
    {
        m_backend.store->close();
        m_world.context.store.reset();
        m_backend = {};
        auto backend = sqlite::openBackend(environment());
        QVERIFY(backend);
        m_backend = *std::move(backend);
        const auto problems = QCoro::waitFor(m_backend.maintenance->check());
        QVERIFY(problems && problems->empty());
        QVERIFY(QCoro::waitFor(m_backend.maintenance->verifyAudit()));
        const auto contents = *QCoro::waitFor(m_backend.maintenance->contents());
        const auto patients = std::ranges::find(contents, u"patient"_s, &workflow::TableContents::table);
        QCOMPARE(patients->rows, m_patients);
    }

    std::unique_ptr<SmallDisk> m_disk;
    sdk::Backend m_backend;
    World m_world;
    qint64 m_patients = 0;
    int m_registered = 0;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestFullDisk)
#include "test_full_disk.moc"
