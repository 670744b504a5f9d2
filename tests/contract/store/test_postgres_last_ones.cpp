#include "contract/store/workers.h"
#include "support/prescribed_drug.h"
#include "support/psql_session.h"
#include "workflow/cashier/take_payment.h"
#include "workflow/dispensing/dispense.h"
#include "workflow/frontdesk/check_in.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using medications::PrescriptionStatus;

namespace {

constexpr int kDesks = 8;

/// What became of those who all wanted the same.
struct Outcomes
{
    int stored = 0;
    QStringList refusals; ///< codes

    int count() const { return stored + int(refusals.size()); }
};

} // namespace

/// The last place of a half-hour, the last box of a drug and a prescription that is given out once, wanted by persons who have signed in at many
/// desks: by the acts of the program, as the server grants and reckons them.
class TestPostgresLastOnes : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    World m_program;              ///< believed, and the staff that signs in
    std::vector<World> m_persons; ///< the same, at a desk each
    std::vector<administration::Patient> m_patients;

    QString asked(const QString &sql) { return m_server.psql(sql, m_database).trimmed(); }
    void seed(workflow::UnitOfWork work)
    {
        const auto stored = QCoro::waitFor(m_program.context.store->commit(std::move(work)));
        QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
    }
    workflow::UnitOfWork begin() const
    {
        return m_program.context.begin(m_program.context.newCommand(), u"demo.seed"_s);
    }

    template <typename T>
    void collect(Task<Result<T>> &&task, Outcomes &outcomes)
    {
        QCoro::connect(std::move(task), this, [&outcomes](const Result<T> &result) {
            if (result)
                ++outcomes.stored;
            else
                outcomes.refusals.append(result.error().code);
        });
    }

    /// Begins `wanted` while somebody else has the row, and lets go of it when each desk waits at the server: all have decided by then.
    void atOnce(const QString &row, const std::function<void()> &wanted)
    {
        PsqlSession holder(m_server.conninfo(m_database));
        holder.say(u"BEGIN"_s);
        holder.say(u"SELECT 'held' FROM simiao.%1 FOR UPDATE"_s.arg(row));
        QTRY_VERIFY(holder.hasAnswer());
        wanted();
        QTRY_COMPARE(asked(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                           "AND datname = current_database()"_s),
                     QString::number(kDesks));
        holder.say(u"COMMIT"_s);
    }

    /// A prescription of each of so many patients that is reviewed and waits for payment.
    std::vector<PrescribedDrug> reviewedPrescriptions(int count, qint64 quantity)
    {
        std::vector<PrescribedDrug> drugs;
        auto work = begin();
        for (int i = 0; i < count; ++i) {
            const auto visit = aVisitOf(m_program, m_patients[std::size_t(i)], m_program.department.id);
            drugs.push_back(aPrescribedDrug(m_program, visit, PrescriptionStatus::Reviewed, quantity));
            work.insert(visit).insert(aFeeOf(m_program, visit));
            work.insert(drugs.back().prescription).insert(drugs.back().line).insert(drugs.back().charge);
        }
        seed(std::move(work));
        return drugs;
    }

    static workflow::Payment paymentOf(const PrescribedDrug &drug)
    {
        return {
            .encounter = drug.charge.encounter, .charges = {drug.charge.id}, .tendered = drug.charge.amount};
    }

    medications::Lot shelved(const medications::Lot &lot, qint64 onHand)
    {
        auto stored = *QCoro::waitFor(workflow::load(m_program.context.store, lot.id));
        stored.onHand = onHand;
        return stored;
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void init()
    {
        m_database = m_hospital->another();
        const auto backend = m_hospital->open(m_database);
        QVERIFY(backend);
        m_program = aStaffedWorld(backend->store, {u"registrar"_s, u"cashier"_s, u"pharmacist"_s});
        auto work = begin();
        m_patients.clear();
        for (int i = 0; i < 64; ++i) {
            auto patient = m_program.patient;
            patient.id = m_program.context.newId<administration::Patient>();
            patient.mrn = u"L-%1"_s.arg(i);
            patient.identityNumber.clear();
            work.insert(patient);
            m_patients.push_back(patient);
        }
        seed(std::move(work));
        m_persons.clear();
        for (int i = 0; i < kDesks; ++i)
            m_persons.push_back(atDesk(m_program, *m_hospital, m_database, m_server.port(), Worker::Person));
    }

    void cleanup()
    {
        for (const auto &person : m_persons)
            person.context.store->close();
        if (m_program.context.store)
            m_program.context.store->close();
    }

    void lastPlaceIsGivenOnce()
    {
        const auto checkInOf = [this](std::size_t patient) {
            const auto &context = m_persons[patient % kDesks].context;
            return workflow::checkIn(context, context.newCommand(),
                                     {m_patients[patient].id, m_program.department.id, m_program.slot.id});
        };
        for (int taken = 1; taken < m_program.slot.capacity; ++taken)
            QVERIFY(QCoro::waitFor(checkInOf(0)));

        Outcomes outcomes;
        atOnce(u"slot"_s, [&] {
            for (std::size_t patient = 0; patient < m_patients.size(); ++patient)
                collect(checkInOf(patient), outcomes);
        });
        QTRY_COMPARE(outcomes.count(), int(m_patients.size()));

        QCOMPARE(outcomes.stored, 1);
        QCOMPARE(QSet<QString>(outcomes.refusals.begin(), outcomes.refusals.end()), QSet{u"slot.full"_s});
        const auto all = QString::number(m_program.slot.capacity);
        QCOMPARE(asked(u"SELECT booked FROM simiao.slot"_s), all);
        for (const auto &table : {u"encounter"_s, u"appointment"_s, u"task"_s, u"charge_item"_s})
            QCOMPARE(asked(u"SELECT count(*) FROM simiao."_s + table), all);
        QCOMPARE(asked(u"SELECT max(number) FROM simiao.task"_s), all); // who was refused took no number
        QVERIFY(QCoro::waitFor(workflow::load(m_program.context.store, m_program.slot.id))); // its hash fits
    }

    void lastBoxIsSoldOnce()
    {
        const qint64 box = m_program.amoxicillin.packQuantity;
        auto shelf = begin();
        shelf.update(shelved(m_program.firstLot, box)).update(shelved(m_program.secondLot, 0));
        seed(std::move(shelf));
        const auto drugs = reviewedPrescriptions(kDesks, box);

        Outcomes outcomes;
        atOnce(u"lot"_s, [&] {
            for (std::size_t desk = 0; desk < kDesks; ++desk) {
                const auto &context = m_persons[desk].context;
                collect(workflow::takePayment(context, context.newCommand(), paymentOf(drugs[desk])),
                        outcomes);
            }
        });
        QTRY_COMPARE(outcomes.count(), kDesks);

        QCOMPARE(outcomes.stored, 1);
        QCOMPARE(QSet<QString>(outcomes.refusals.begin(), outcomes.refusals.end()),
                 QSet{QString::fromLatin1(workflow::effect::reserveLot.refusal)});
        QCOMPARE(asked(u"SELECT count(*) FROM simiao.invoice"_s), u"1"_s);
        QCOMPARE(asked(u"SELECT count(*) FROM simiao.prescription WHERE status = 'paid'"_s), u"1"_s);
        QCOMPARE(QCoro::waitFor(workflow::load(m_program.context.store, m_program.firstLot.id))->reserved,
                 box);
    }

    // Where the patient shows the slip at every window of the pharmacy.
    void prescriptionIsGivenOutOnce()
    {
        const qint64 box = m_program.amoxicillin.packQuantity;
        const auto drugs = reviewedPrescriptions(1, box);
        const auto id = drugs.front().prescription.id;
        const auto &till = m_persons.front().context;
        QVERIFY(QCoro::waitFor(workflow::takePayment(till, till.newCommand(), paymentOf(drugs.front()))));
        const auto picks = QCoro::waitFor(workflow::proposePicks(till, id));
        QVERIFY(picks);

        Outcomes outcomes;
        atOnce(u"prescription"_s, [&] {
            for (const auto &person : m_persons) {
                const auto &context = person.context;
                collect(workflow::dispense(context, context.newCommand(), id, *picks), outcomes);
            }
        });
        QTRY_COMPARE(outcomes.count(), kDesks);

        QCOMPARE(outcomes.stored, 1);
        QCOMPARE(QSet<QString>(outcomes.refusals.begin(), outcomes.refusals.end()), QSet{u"store.version"_s});
        QCOMPARE(asked(u"SELECT sum(quantity) FROM simiao.medication_dispense"_s), QString::number(box));
        const auto lot = QCoro::waitFor(workflow::load(m_program.context.store, m_program.firstLot.id));
        QVERIFY(lot);
        QCOMPARE(lot->onHand, m_program.firstLot.onHand - box);
        QCOMPARE(lot->reserved, 0);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresLastOnes)
#include "test_postgres_last_ones.moc"
