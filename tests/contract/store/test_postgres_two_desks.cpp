#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "postgresql/clock_skew.h"
#include "workflow/dispensing/dispense.h"
#include "workflow/ports/desk_clock.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Receipt;

/// Two desks that do the same thing at the same moment, and desks whose clocks are wrong.
class TestPostgresTwoDesks : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

    QString asked(const QString &database, const QString &sql)
    {
        return m_server.psql(sql, database).trimmed();
    }

    std::shared_ptr<workflow::Store> open(const QString &database)
    {
        auto backend = m_hospital->open(database);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_server.log()));
        return backend->store;
    }

    static administration::Encounter aVisit(const World &world)
    {
        administration::Encounter visit;
        visit.id = world.context.newId<administration::Encounter>();
        visit.visitNumber = visit.id.toString();
        visit.patient = world.patient.id;
        visit.department = world.department.id;
        visit.practitioner = world.physician.id;
        visit.start = world.clock->now();
        return visit;
    }

    /// Another desk of the same hospital.
    static workflow::Context at(const World &world,
                                std::shared_ptr<workflow::Store> store,
                                const QString &workstation)
    {
        auto context = world.context;
        context.store = std::move(store);
        context.session.workstation = workstation;
        return context;
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    // Both have it open; both change what the other does not see.
    void noteThatTwoWriteKeepsTheFirst()
    {
        const auto database = m_hospital->another();
        const auto here = open(database);
        const auto there = open(database);
        const auto world = aWorld(here);
        const auto visit = aVisit(world);
        clinical::Composition note;
        note.id = world.context.newId<clinical::Composition>();
        note.patient = visit.patient;
        note.encounter = visit.id;
        note.author = world.physician.id;
        note.sections = {{u"10154-3"_s, u"主诉"_s, u"发热3天"_s}};
        auto writing = world.context.begin(world.context.newCommand(), u"composition.sign"_s, visit.patient);
        writing.insert(visit).insert(note);
        QVERIFY(QCoro::waitFor(here->commit(writing)));
        auto ours = *QCoro::waitFor(workflow::load(here, note.id));
        auto theirs = *QCoro::waitFor(workflow::load(there, note.id));
        ours.sections[0].text = u"发热3天，咳嗽1天"_s;
        theirs.sections[0].text = u"发热4天"_s;

        int stored = 0;
        QStringList refusals;
        const auto write = [&](const std::shared_ptr<workflow::Store> &store,
                               const clinical::Composition &changed) {
            auto work = world.context.begin(world.context.newCommand(), u"composition.sign"_s, visit.patient);
            work.update(changed);
            QCoro::connect(store->commit(std::move(work)), this, [&](const Result<Receipt> &receipt) {
                if (receipt)
                    ++stored;
                else
                    refusals.append(receipt.error().code);
            });
        };
        write(here, ours);
        write(there, theirs);
        QTRY_COMPARE(stored + int(refusals.size()), 2);

        QCOMPARE(stored, 1);
        QCOMPARE(refusals, QStringList{u"store.version"_s});
        const auto kept = QCoro::waitFor(workflow::load(here, note.id));
        QVERIFY(kept);
        QCOMPARE(kept->version, 2);
        QVERIFY(kept->sections == ours.sections || kept->sections == theirs.sections);
    }

    void prescriptionThatTwoPharmacistsDispenseLeavesTheShelfOnce()
    {
        const auto database = m_hospital->another();
        const auto here = open(database);
        const auto there = open(database);
        const auto world = aWorld(here);
        const auto visit = aVisit(world);
        medications::Prescription prescription;
        prescription.id = world.context.newId<medications::Prescription>();
        prescription.patient = visit.patient;
        prescription.encounter = visit.id;
        prescription.author = world.physician.id;
        prescription.number = u"P1"_s;
        prescription.status = medications::PrescriptionStatus::Paid;
        medications::MedicationRequest request;
        request.id = world.context.newId<medications::MedicationRequest>();
        request.prescription = prescription.id;
        request.patient = visit.patient;
        request.encounter = visit.id;
        request.medication = world.amoxicillin.id;
        request.medicationName = world.amoxicillin.name;
        request.line = 1;
        request.quantity = 12;
        auto paying = world.context.begin(world.context.newCommand(), u"payment.take"_s, visit.patient);
        paying.insert(visit).insert(prescription).insert(request);
        paying.apply(workflow::effect::reserveLot, world.firstLot.id, qint64(12));
        paying.apply(workflow::effect::reserveLot, world.secondLot.id, qint64(12)); // of somebody else
        QVERIFY(QCoro::waitFor(here->commit(paying)));
        const auto atOne = at(world, here, u"PHARMACY-1"_s);
        const auto atTwo = at(world, there, u"PHARMACY-2"_s);
        const auto lines = QCoro::waitFor(workflow::proposePicks(atOne, prescription.id));
        QVERIFY2(lines, qPrintable(lines ? QString() : logLine(lines.error())));

        int dispensed = 0;
        QStringList refusals;
        for (const auto &context : {atOne, atTwo}) {
            QCoro::connect(workflow::dispense(context, context.newCommand(), prescription.id, *lines), this,
                           [&](const Result<medications::Prescription> &done) {
                               if (done)
                                   ++dispensed;
                               else
                                   refusals.append(done.error().code);
                           });
        }
        QTRY_COMPARE(dispensed + int(refusals.size()), 2);

        QCOMPARE(dispensed, 1);
        QVERIFY2(refusals.front() == "store.version"_L1 || refusals.front() == "prescription.state"_L1,
                 qPrintable(refusals.front()));
        QCOMPARE(asked(database, u"SELECT sum(quantity) FROM simiao.medication_dispense"_s), u"12"_s);
        QCOMPARE(asked(database, u"SELECT sum(on_hand), sum(reserved) FROM simiao.lot"_s), u"118|12"_s);
    }

    void desksClockIsComparedWithTheServers()
    {
        auto server = m_hospital->adminOf(m_hospital->another());
        QVERIFY(server);
        postgresql::ClockSkew skew;
        QVERIFY(!skew.last());
        FakeClock clock;
        for (const std::int64_t seconds : {0, 300, -86'400}) {
            clock.set(SystemClock().now().plusSeconds(seconds));
            QVERIFY(skew.measure(*server->connection, clock));
            QVERIFY(skew.last());
            const auto wrong = *skew.last() - std::chrono::seconds(seconds);
            QVERIFY2(std::chrono::abs(wrong) < std::chrono::seconds(10), // of a machine that builds meanwhile
                     qPrintable(QString::number(wrong.count())));
        }
    }

    void deskIsToldWhatItsClockIsWorth()
    {
        const auto backend = m_hospital->open(m_hospital->another());
        QVERIFY(backend);
        const auto *clock = workflow::deskClockOf(*backend->store->changes());
        QVERIFY(clock);
        QTRY_VERIFY(clock->ahead());
        QVERIFY(std::chrono::abs(*clock->ahead()) < std::chrono::seconds(10));
    }

    // The trail is in the order in which the server wrote it, whatever a desk believes the time to be; ids only grow.
    void clocksThatAreWrongDecideNothing()
    {
        const auto database = m_hospital->another();
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        const auto &store = backend->store;
        const auto world = aWorld(store);
        const auto right = world.clock->now();
        const auto rollover = *Instant::parse(u"2038-01-19T03:14:08Z"_s); // one second more than 31 bits hold
        std::vector<Instant> believed{right};
        for (const std::int64_t seconds : {300, -300, 86'400, -86'400})
            believed.push_back(right.plusSeconds(seconds));
        believed.insert(believed.end(), {rollover.plusSeconds(-1), rollover, right});
        Uuid last;
        int number = 0;
        for (const auto &now : believed) {
            world.clock->set(now);
            const auto command = world.context.newCommand();
            QVERIFY(command > last);
            last = command;
            const auto work = aRegistration(world, command, u"SKEW-%1"_s.arg(++number));
            world.clock->set(right.plusSeconds(-3'600)); // it jumps back while it is saved
            const auto stored = QCoro::waitFor(store->commit(work));
            QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
            const auto patient = QCoro::waitFor(
                workflow::load(store, Id<administration::Patient>{stored->changes.front().id}));
            QVERIFY(patient);
            QCOMPARE(patient->recordedAt, now);
        }

        const QString all = QString::number(number);
        QCOMPARE(
            asked(
                database,
                u"SELECT count(*) FROM (SELECT CAST(event AS json) ->> 'command' AS command, lag(CAST(event "
                u"AS json) ->> 'command') OVER (ORDER BY sequence) AS before FROM simiao.audit_event "
                u"WHERE act = 'patient.register') e WHERE before IS NULL OR command > before"_s),
            all);
        QCOMPARE(asked(database, u"SELECT count(DISTINCT id) FROM simiao.patient WHERE mrn LIKE 'SKEW-%'"_s),
                 all);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresTwoDesks)
#include "test_postgres_two_desks.moc"
