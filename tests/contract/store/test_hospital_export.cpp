#include "core/json.h"
#include "sqlite/sqlite_backend.h"
#include "sqlite/sqlite_import.h"
#include "support/world.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Transfer;

namespace {

/// A profile's data folder.
struct Profile
{
    QTemporaryDir folder;

    sdk::BackendEnvironment environment() const
    {
        return {folder.path(), folder.path(), qEnvironmentVariable("SIMIAO_RESOURCES") + u"/sql"_s, {}};
    }
    Result<sdk::Backend> open() const { return sqlite::openBackend(environment()); }
    QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

void writeFile(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

workflow::UnitOfWork begin(const World &world, Uuid command)
{
    return world.context.begin(command, u"test.act"_s);
}

Result<workflow::Receipt> commit(const World &world, workflow::UnitOfWork work)
{
    return QCoro::waitFor(world.context.store->commit(std::move(work)));
}

} // namespace

/// A small hospital with a paid visit and an image, its export, and profiles to import it into.
class TestHospitalExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hospital = std::make_unique<Profile>();
        m_elsewhere = std::make_unique<QTemporaryDir>();
        m_backend = *m_hospital->open();
        m_world = aWorld(m_backend.store);
        fill();
    }

    void cleanup()
    {
        m_world = {};
        m_backend = {};
    }

    void anEmptyProfileGetsWhatTheHospitalHeld()
    {
        const auto exported = exportAll();
        QVERIFY(exported);
        QCOMPARE(exported->tables, *QCoro::waitFor(m_backend.maintenance->contents()));
        Profile profile;

        const auto imported = importInto(profile);

        QVERIFY(imported);
        QCOMPARE(imported->tables, exported->tables);
        QCOMPARE(imported->auditLinks, exported->auditLinks);
        const auto backend = profile.open();
        QVERIFY(backend);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->contents()), exported->tables);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), exported->auditLinks);
        QCOMPARE(QCoro::waitFor(backend->maintenance->check())->size(), 0U);
    }

    void workGoesOnWhereItStopped()
    {
        QVERIFY(exportAll());
        Profile profile;
        QVERIFY(importInto(profile));
        const auto backend = profile.open();
        auto world = m_world;
        world.context.store = backend->store;

        QVERIFY(QCoro::waitFor(backend->store->receiptOf(m_command))->has_value());
        const auto again = commit(world, begin(world, m_command));
        QCOMPARE(again->numbers, std::vector{u"F0001"_s});
        QCOMPARE(commit(world, paymentOf(u""_s)).error().detail, u"invoice_line.charge_item"_s);
        const auto found = QCoro::waitFor(
            workflow::find(backend->store, workflow::query::patientSearch, m_world.patient.name.mid(1), 5));
        QCOMPARE(found->size(), 1U);
    }

    void imagesComeAlongAndAreFound()
    {
        const auto exported = exportAll();
        QCOMPARE(exported->images, 1);
        QCOMPARE(exported->imagesElsewhere, QStringList{u"/mnt/archive/9"_s});
        Profile profile;
        const auto environment = profile.environment();

        QCOMPARE(importInto(profile)->images, 1);

        QCOMPARE(readFile(environment.imagesFolder() + u"/100238/IM0001.dcm"_s), QByteArray("pixels"));
        QCOMPARE(*environment.formerImagesFolders(), QStringList{m_hospital->environment().imagesFolder()});
    }

    void theFilesAreTheirOwnersAlone()
    {
        QVERIFY(exportAll());

        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;
        QVERIFY(!(QFileInfo(folder()).permissions() & others));
        for (const auto &file : QDir(folder()).entryInfoList(QDir::Files))
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }

    void aFolderThatHoldsSomethingIsLeftAlone()
    {
        QVERIFY(exportAll());
        const auto manifest = readFile(folder() + u"/manifest.json"_s);

        QCOMPARE(exportAll().error().code, u"export.exists"_s);

        QCOMPARE(readFile(folder() + u"/manifest.json"_s), manifest);
    }

    void anExportStandsOutsideTheProfile()
    {
        workflow::ExportOrder order;
        order.folder = m_hospital->environment().imagesFolder() + u"/export"_s;
        QCOMPARE(QCoro::waitFor(m_backend.maintenance->exportTo(order)).error().code,
                 u"export.inside-profile"_s);
    }

    void aChangedFileIsNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        QTest::newRow("row") << u"lot.jsonl"_s << QByteArray("\"on_hand\":") << QByteArray("\"on_hand\":1")
                             << u"lot.jsonl:1"_s;
        QTest::newRow("audit link") << u"audit.jsonl"_s << QByteArray("test.act") << QByteArray("test.axt")
                                    << u"audit.jsonl:2"_s;
        QTest::newRow("running number") << u"number_sequence.jsonl"_s << QByteArray("\"last\":1")
                                        << QByteArray("\"last\":7") << u"number_sequence.jsonl:1"_s;
        QTest::newRow("image") << u"images/100238/IM0001.dcm"_s << QByteArray("pix") << QByteArray("pax")
                               << u"images/100238/IM0001.dcm"_s;
    }
    void aChangedFileIsNamed()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        QVERIFY(exportAll());
        const QString path = folder() + u'/' + file;
        QVERIFY(readFile(path).contains(from));
        writeFile(path, readFile(path).replace(from, to));
        Profile profile;

        const auto imported = importInto(profile);

        QCOMPARE(imported.error().code, u"export.changed"_s);
        QCOMPARE(imported.error().detail, place);
        QCOMPARE(profile.files(), QStringList());
    }

    void aLineTakenOutIsNamed()
    {
        QVERIFY(exportAll());
        const QString path = folder() + u"/lot.jsonl"_s;
        const auto lines = readFile(path).split('\n');
        writeFile(path, lines.front() + '\n');
        Profile profile;

        QCOMPARE(importInto(profile).error().detail, u"lot.jsonl:2"_s);
    }

    void aManifestThatSaysSomethingElseIsRefused_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        QTest::newRow("hash") << u"patient"_s << u"export.contents"_s << u"patient"_s;
        QTest::newRow("table") << u"spaceship"_s << u"export.table-unknown"_s << u"spaceship"_s;
    }
    void aManifestThatSaysSomethingElseIsRefused()
    {
        QFETCH(QString, table);
        QFETCH(QString, code);
        QFETCH(QString, detail);
        QVERIFY(exportAll());
        auto manifest = *Json::parse(readFile(folder() + u"/manifest.json"_s));
        auto tables = manifest[u"tables"_s];
        tables.insert(table, Json(Json::Object{{u"rows"_s, 1}, {u"hash"_s, QString(64, u'a')}}));
        manifest.insert(u"tables"_s, tables);
        writeFile(folder() + u"/manifest.json"_s, manifest.pretty());
        Profile profile;

        const auto imported = importInto(profile);

        QCOMPARE(imported.error().code, code);
        QCOMPARE(imported.error().detail, detail);
        QCOMPARE(profile.files(), QStringList());
    }

    void anExportWithoutAManifestIsUnfinished()
    {
        QVERIFY(exportAll());
        QVERIFY(QFile::remove(folder() + u"/manifest.json"_s));
        Profile profile;
        QCOMPARE(importInto(profile).error().code, u"export.unfinished"_s);
    }

    void aManifestThatLeavesTheFolderIsRefused()
    {
        QVERIFY(exportAll());
        const QString path = folder() + u"/manifest.json"_s;
        writeFile(path, readFile(path).replace("\"images/100238", "\"images/../../100238"));
        Profile profile;
        QCOMPARE(importInto(profile).error().code, u"export.manifest"_s);
    }

    void aMissingFileIsNamed()
    {
        QVERIFY(exportAll());
        QVERIFY(QFile::remove(folder() + u"/patient.jsonl"_s));
        Profile profile;
        QCOMPARE(importInto(profile).error().detail, u"patient.jsonl"_s);
    }

    void aProfileThatHoldsSomethingIsLeftAlone()
    {
        QVERIFY(exportAll());
        Profile profile;
        {
            const auto backend = profile.open();
            aWorld(backend->store);
        }
        const auto before = profile.files();

        QCOMPARE(importInto(profile).error().code, u"profile.not-empty"_s);

        QCOMPARE(profile.files(), before);
    }

    void aProfileThatWasOnlyOpenedIsEmpty()
    {
        QVERIFY(exportAll());
        Profile profile;
        QVERIFY(profile.open());

        QVERIFY(importInto(profile));
        QVERIFY(profile.open());
    }

    void aRecordThatIsNotWhatWasWrittenEndsTheExport()
    {
        auto spoilt = m_world.patient;
        spoilt.id = m_world.context.newId<administration::Patient>();
        spoilt.mrn = u"7"_s;
        spoilt.identityNumber.clear();
        spoilt.birthDate = {}; // stored as an empty text, which no date is
        QVERIFY(commit(m_world, begin(m_world, m_world.context.newCommand()).insert(spoilt)));

        const auto exported = exportAll();

        QCOMPARE(exported.error().code, u"row.value"_s);
        QCOMPARE(exported.error().detail, u"patient "_s + spoilt.id.toString());
        QVERIFY(!QFileInfo::exists(folder()));
    }

private:
    QString folder() const { return m_elsewhere->filePath(u"export"_s); }

    Result<Transfer> exportAll() const
    {
        workflow::ExportOrder order;
        order.folder = folder();
        order.program = u"0.1.0"_s;
        order.site = u"A"_s;
        order.created = m_world.clock->now();
        return QCoro::waitFor(m_backend.maintenance->exportTo(order));
    }

    Result<Transfer> importInto(const Profile &profile) const
    {
        return sqlite::importExport(profile.environment(), folder(), {});
    }

    /// A visit that is paid, a study in the profile and one outside.
    void fill()
    {
        administration::Encounter visit;
        visit.id = m_world.context.newId<administration::Encounter>();
        visit.patient = m_world.patient.id;
        visit.start = m_world.clock->now();
        m_charge.id = m_world.context.newId<financial::ChargeItem>();
        m_charge.patient = visit.patient;
        m_charge.encounter = visit.id;
        m_charge.amount = Money{1500};
        m_command = m_world.context.newCommand();
        auto work = begin(m_world, m_world.context.newCommand());
        work.insert(visit).insert(m_charge);
        work.insert(studyAt(m_hospital->environment().imagesFolder() + u"/100238"_s));
        work.insert(studyAt(u"/mnt/archive/9"_s));
        QVERIFY(commit(m_world, std::move(work)));
        QVERIFY(commit(m_world, paymentOf(u"F"_s)));
        writeFile(m_hospital->environment().imagesFolder() + u"/100238/IM0001.dcm"_s, "pixels");
    }

    workflow::UnitOfWork paymentOf(const QString &prefix) const
    {
        financial::Invoice invoice;
        invoice.id = m_world.context.newId<financial::Invoice>();
        invoice.patient = m_charge.patient;
        invoice.encounter = m_charge.encounter;
        invoice.lines = {{m_charge.id, m_charge.quantity, m_charge.amount}};
        invoice.cashier = m_world.physician.id;
        const bool isFirst = !prefix.isEmpty();
        auto work = begin(m_world, isFirst ? m_command : m_world.context.newCommand());
        return work.insert(invoice).numbered(&financial::Invoice::number, {u"invoice"_s, prefix, 4});
    }

    diagnostics::ImagingStudy studyAt(const QString &place) const
    {
        diagnostics::ImagingStudy study;
        study.id = m_world.context.newId<diagnostics::ImagingStudy>();
        study.patient = m_world.patient.id;
        study.studyInstanceUid = u"2.25."_s + QString::number(place.size());
        study.modality = u"CT"_s;
        study.endpoint = place;
        return study;
    }

    std::unique_ptr<Profile> m_hospital;
    std::unique_ptr<QTemporaryDir> m_elsewhere;
    sdk::Backend m_backend;
    World m_world;
    financial::ChargeItem m_charge;
    Uuid m_command; ///< of the payment
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestHospitalExport)
#include "test_hospital_export.moc"
