#include "contract/store/postgres_database.h"
#include "contract/store/sqlite_profile.h"
#include "postgresql/server_fill.h"
#include "postgresql/server_rows.h"
#include "sqlite/sqlite_import.h"
#include "sqlite/sqlite_rows.h"
#include "support/logical_dump.h"
#include "support/world.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Transfer;

namespace {

/// More than go in one batch.
constexpr int kPatients = 4'500;

QString errorOf(const Result<Transfer> &transfer)
{
    return transfer ? u"nothing"_s : transfer.error().code + u' ' + transfer.error().detail;
}

} // namespace

/// A clinic that has outgrown one machine: all its profile holds goes into a server's database.
class TestServerTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        fill();
        const auto written = sqlite::writeRows(m_clinic.environment(), order());
        QVERIFY2(written, qPrintable(errorOf(written)));
    }

    void everythingArrivesAndTheProfileStays()
    {
        const auto before = logicalDump(m_clinic.path("simiao.db"));
        QTemporaryDir elsewhere;
        auto again = order();
        again.folder = elsewhere.filePath(u"rows"_s);
        const auto written = sqlite::writeRows(m_clinic.environment(), again);
        QVERIFY2(written, qPrintable(errorOf(written)));
        QCOMPARE(written->imagesElsewhere, QStringList{u"/mnt/archive/9"_s});
        const auto database = fresh();

        const auto moved = fillFrom(again.folder, database);

        QVERIFY2(moved, qPrintable(errorOf(moved)));
        QCOMPARE(moved->auditLinks, written->auditLinks);
        QCOMPARE(logicalDump(m_clinic.path("simiao.db")), before);
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->contents()), written->tables);
        QVERIFY(QCoro::waitFor(backend->maintenance->check())->empty());
        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), written->auditLinks);
        QCOMPARE(counted(database, u"invoice_line"_s), u"1"_s); // the charge is settled there too
    }

    void workGoesOnWhereItStopped()
    {
        const auto database = fresh();
        const auto moved = fillFrom(folder(), database);
        QVERIFY2(moved, qPrintable(errorOf(moved)));
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        auto world = m_world;
        world.context.store = backend->store;

        QVERIFY(QCoro::waitFor(backend->store->receiptOf(m_command))->has_value());
        const auto again = QCoro::waitFor(backend->store->commit(paymentOf(world, m_command)));
        QCOMPARE(again->numbers, std::vector{u"F0001"_s}); // not done twice
        const auto next = QCoro::waitFor(backend->store->commit(numbered(world)));
        QVERIFY2(next, next ? "" : qPrintable(logLine(next.error())));
        QCOMPARE(next->numbers, std::vector{u"F0002"_s});
        // One chain, the same one.
        QCOMPARE(m_server.psql(u"SELECT sequence FROM simiao.audit_head"_s, database).trimmed(),
                 QString::number(moved->auditLinks + 1));
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }

    // The connection goes behind each table, and in the middle of one.
    void whatWasStoppedIsGoneOnWith()
    {
        const auto database = fresh();
        m_server.psql(
            u"CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS"
            " $$BEGIN IF NEW.mrn = 'M4000' THEN RAISE 'stop'; END IF; RETURN NEW; END$$;"
            "CREATE TRIGGER stops BEFORE INSERT ON simiao.patient FOR EACH ROW EXECUTE FUNCTION stop()"_s,
            database);
        QVERIFY(!fillFrom(folder(), database));
        const int half = m_server.psql(u"SELECT count(*) FROM simiao.patient"_s, database).toInt();
        QVERIFY2(half > 0 && half < kPatients, qPrintable(QString::number(half)));
        QVERIFY(!m_hospital->open(database)); // nobody works on a half
        m_server.psql(u"DROP TRIGGER stops ON simiao.patient"_s, database);

        int stops = 0;
        Result<Transfer> moved = Error{};
        for (int tables = 1; !moved; ++tables) {
            QVERIFY(tables < 40);
            int left = tables;
            moved = fillFrom(folder(), database, [&](const QString &, qint64) {
                if (--left == 0) {
                    ++stops;
                    m_server.psql(
                        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(
                            database));
                }
            });
        }

        QVERIFY(stops > 5);
        QCOMPARE(counted(database, u"patient"_s), QString::number(kPatients + 1));
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), moved->auditLinks);
    }

    void aServerIsExportedWithEachChainAndTakenByAnother()
    {
        const auto from = fresh();
        {
            const auto backend = m_hospital->open(from);
            QVERIFY(backend);
            auto world = aWorld(backend->store);
            for (const auto *desk : {"DESK-1", "DESK-2"}) {
                world.context.session.workstation = QString::fromLatin1(desk);
                QVERIFY(QCoro::waitFor(
                    backend->store->commit(world.context.begin(world.context.newCommand(), u"test.act"_s))));
            }
        }
        QTemporaryDir elsewhere;
        auto out = order();
        out.folder = elsewhere.filePath(u"rows"_s);
        const auto written = postgresql::writeRows(setupOf(from), out, u"KEEPER"_s);
        QVERIFY2(written, qPrintable(errorOf(written)));
        const auto to = fresh();

        const auto taken = fillFrom(out.folder, to);

        QVERIFY2(taken, qPrintable(errorOf(taken)));
        const auto heads =
            u"SELECT string_agg(workstation || sequence || encode(hash, 'hex'), ' ' ORDER BY workstation)"
            " FROM simiao.audit_head"_s;
        QVERIFY(m_server.psql(heads, to).contains(u"DESK-2"_s));
        QCOMPARE(m_server.psql(heads, to), m_server.psql(heads, from));
        QCOMPARE(counted(to, u"audit_event WHERE act = 'hospital.export'"_s), u"1"_s);
        const auto backend = m_hospital->open(to);
        QVERIFY(backend);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->contents()), written->tables);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), taken->auditLinks);
        Profile profile;
        QCOMPARE(errorOf(sqlite::importExport(profile.environment(), out.folder, {})),
                 u"export.many-chains 4"_s);
    }

    // A hospital that goes back to one machine.
    void aServerOfOneDeskIsTakenByAProfile()
    {
        const auto database = fresh();
        QVERIFY(fillFrom(folder(), database));
        const auto desk = m_server.psql(u"SELECT workstation FROM simiao.audit_head"_s, database).trimmed();
        QTemporaryDir elsewhere;
        auto out = order();
        out.folder = elsewhere.filePath(u"rows"_s);
        const auto written = postgresql::writeRows(setupOf(database), out, desk);
        QVERIFY2(written, qPrintable(errorOf(written)));
        Profile profile;

        const auto taken = sqlite::importExport(profile.environment(), out.folder, {});

        QVERIFY2(taken, qPrintable(errorOf(taken)));
        QCOMPARE(taken->tables, written->tables);
        QCOMPARE(taken->auditLinks, written->auditLinks);
        const auto backend = profile.open();
        QVERIFY(backend);
        QVERIFY(QCoro::waitFor(backend->maintenance->check())->empty());
        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), taken->auditLinks);
    }

    void aServerThatHoldsSomethingElseIsLeftAlone()
    {
        const auto database = fresh();
        aWorld(m_hospital->open(database)->store);
        QVERIFY(errorOf(fillFrom(folder(), database)).startsWith(u"server.not-empty "_s));
        QVERIFY(m_hospital->open(database)); // desks were not kept out

        const auto half = fresh();
        m_server.psql(u"INSERT INTO simiao.transfer VALUES ('patient', 'another', 5)"_s, half);
        QCOMPARE(errorOf(fillFrom(folder(), half)), u"transfer.other "_s);

        const auto done = fresh();
        QVERIFY(fillFrom(folder(), done));
        QCOMPARE(errorOf(fillFrom(folder(), done)), u"transfer.done "_s);
        QVERIFY(m_hospital->open(done));
    }

    void anotherSchemaIsRefused()
    {
        const auto newer = fresh();
        m_server.psql(
            u"INSERT INTO simiao.schema_version SELECT max(number) + 1, 'next', '' FROM simiao.schema_version"_s,
            newer);
        QVERIFY(errorOf(fillFrom(folder(), newer)).startsWith(u"migration.newer"_s));
        const auto older = fresh();
        m_server.psql(u"UPDATE simiao.schema_version SET number = 1"_s, older);
        QVERIFY(errorOf(fillFrom(folder(), older)).startsWith(u"migration.pending"_s));
        m_server.psql(u"CREATE DATABASE plain"_s);
        QVERIFY(errorOf(fillFrom(folder(), u"plain"_s)).startsWith(u"server.not-set-up"_s));
    }

    void aDeskMovesNothing()
    {
        const auto database = fresh();
        postgresql::FillOrder fill{{*postgresql::parseAddress(m_hospital->address(database), u"test"_s),
                                    *postgresql::catalogueIn(postgresSqlFolder())},
                                   postgresSqlFolder(),
                                   folder(),
                                   {},
                                   {}};

        QVERIFY(errorOf(postgresql::fillServer(fill)).startsWith(u"server.refused"_s));
        const auto desk = m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, database);
        for (const auto *act :
             {"simiao.take_rows('', 'concept', 0, '{}')", "simiao.take_links('', '', 0, '{}')",
              "simiao.begin_generation('{}')", "simiao.seal_day()", "simiao.end_transfer('')"}) {
            const auto said = PostgresServer::psqlAs(desk, u"SELECT "_s + QLatin1StringView(act));
            QVERIFY2(said.contains("permission denied"_L1), qPrintable(said));
        }
    }

    void aLineThatWasChangedIsNamed()
    {
        QTemporaryDir copy;
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, folder(), copy.filePath(u"rows"_s)}), 0);
        QFile file(copy.filePath(u"rows/lot.jsonl"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto bytes = file.readAll();
        file.seek(0);
        file.write(bytes.replace("\"on_hand\":", "\"on_hand\":1"));
        file.close();

        QCOMPARE(errorOf(fillFrom(copy.filePath(u"rows"_s), fresh())), u"export.changed lot.jsonl:1"_s);
    }

    void aProfileThatIsNotWhatWasWrittenIsNotMoved()
    {
        Profile profile;
        {
            const auto backend = profile.open();
            QVERIFY(backend);
            aWorld(backend->store);
            backend->store->close();
        }
        auto out = order();
        QTemporaryDir elsewhere;
        out.folder = elsewhere.filePath(u"rows"_s);
        profile.tamper(u"UPDATE patient SET phone = '0'"_s);
        QVERIFY(errorOf(sqlite::writeRows(profile.environment(), out)).startsWith(u"row.hash"_s));
        QVERIFY(!QFile::exists(out.folder)); // nothing of it is left
        profile.tamper(u"DROP TRIGGER audit_event_no_delete; DELETE FROM audit_event"_s);
        QVERIFY(errorOf(sqlite::writeRows(profile.environment(), out)).startsWith(u"audit.truncated"_s));
    }

private:
    QString folder() const { return m_elsewhere.filePath(u"rows"_s); }

    workflow::ExportOrder order() const
    {
        workflow::ExportOrder order;
        order.folder = folder();
        order.program = u"0.1.0"_s;
        order.site = u"A"_s;
        return order;
    }

    Result<Transfer> fillFrom(const QString &from,
                              const QString &database,
                              const workflow::TableProgress &progress = {})
    {
        return postgresql::fillServer({{*postgresql::parseAddress(m_server.conninfo(database), u"test"_s),
                                        *postgresql::catalogueIn(postgresSqlFolder())},
                                       postgresSqlFolder(),
                                       from,
                                       {},
                                       progress});
    }

    /// A visit that is paid, a study, and many patients.
    void fill()
    {
        const auto backend = m_clinic.open();
        QVERIFY(backend);
        m_world = aWorld(backend->store);
        administration::Encounter visit;
        visit.id = m_world.context.newId<administration::Encounter>();
        visit.patient = m_world.patient.id;
        visit.start = m_world.clock->now();
        m_charge.id = m_world.context.newId<financial::ChargeItem>();
        m_charge.patient = visit.patient;
        m_charge.encounter = visit.id;
        m_charge.amount = Money{1500};
        diagnostics::ImagingStudy study;
        study.id = m_world.context.newId<diagnostics::ImagingStudy>();
        study.patient = m_world.patient.id;
        study.studyInstanceUid = u"2.25.9"_s;
        study.endpoint = u"/mnt/archive/9"_s;
        auto work = m_world.context.begin(m_world.context.newCommand(), u"test.act"_s);
        work.insert(visit).insert(m_charge).insert(study);
        for (int i = 0; i < kPatients; ++i) {
            auto patient = m_world.patient;
            patient.id = m_world.context.newId<administration::Patient>();
            patient.mrn = u"M%1"_s.arg(i);
            patient.name = i % 2 ? u"欧阳 \"明\"\n\\"_s : u"张三"_s;
            patient.identityNumber.clear();
            work.insert(patient);
        }
        QVERIFY(QCoro::waitFor(backend->store->commit(std::move(work))));
        m_command = m_world.context.newCommand();
        QVERIFY(QCoro::waitFor(backend->store->commit(paymentOf(m_world, m_command))));
        backend->store->close();
    }

    workflow::UnitOfWork paymentOf(const World &world, Uuid command) const
    {
        financial::Invoice invoice;
        invoice.id = world.context.newId<financial::Invoice>();
        invoice.patient = m_charge.patient;
        invoice.encounter = m_charge.encounter;
        invoice.lines = {{m_charge.id, m_charge.quantity, m_charge.amount}};
        invoice.cashier = world.physician.id;
        auto work = world.context.begin(command, u"payment.take"_s);
        work.insert(invoice).numbered(&financial::Invoice::number, {u"invoice"_s, u"F"_s, 4});
        return work;
    }

    /// An invoice of nothing: only its number matters.
    workflow::UnitOfWork numbered(const World &world) const
    {
        financial::Invoice invoice;
        invoice.id = world.context.newId<financial::Invoice>();
        invoice.patient = m_charge.patient;
        invoice.encounter = m_charge.encounter;
        invoice.cashier = world.physician.id;
        auto work = world.context.begin(world.context.newCommand(), u"payment.take"_s);
        work.insert(invoice).numbered(&financial::Invoice::number, {u"invoice"_s, u"F"_s, 4});
        return work;
    }

    Profile m_clinic;
    QTemporaryDir m_elsewhere;
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    World m_world;
    financial::ChargeItem m_charge;
    Uuid m_command; ///< of the payment

    postgresql::ServerSetup setupOf(const QString &database)
    {
        return {*postgresql::parseAddress(m_server.conninfo(database), u"test"_s),
                *postgresql::catalogueIn(postgresSqlFolder())};
    }

    /// As `db init` leaves it: whoever is no desk cannot even connect. (A database does not inherit that from its template.)
    QString fresh()
    {
        const auto name = m_hospital->another();
        m_server.psql(
            u"REVOKE ALL ON DATABASE %1 FROM PUBLIC; GRANT CONNECT ON DATABASE %1 TO simiao_desk"_s.arg(
                name));
        return name;
    }

    QString counted(const QString &database, const QString &what)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + what, database).trimmed();
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestServerTransfer)

#include "test_server_transfer.moc"
