#include "contract/store/postgres_database.h"
#include "support/psql_session.h"
#include "support/world.h"
#include "workflow/ports/queries.h"

#include <QCoroTask>
#include <QRegularExpression>

namespace simiao::test {

using namespace Qt::StringLiterals;
using financial::ChargeItem;

/// Charges of a server lie in parts by the month of their ids; what is unique is so over all of them.
class TestChargeMonths : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kOctober = 1'791'000'000'000; ///< of 2026, ms since 1970
    static constexpr qint64 kDayMs = 86'400'000;

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    sdk::Backend m_desk;
    World m_world;
    medications::MedicationRequest m_line;

    QString asked(const QString &sql) { return m_server.psql(sql, m_database).trimmed(); }
    void makeMonths(const QString &month)
    {
        // Not while the server itself tidies up one of the tables.
        QTRY_COMPARE(asked(u"SELECT simiao.make_month('%1')"_s.arg(month)), u"t"_s);
    }
    /// Of each table in parts, without the trail: "charge_item charged_request invoice_line" where it has this part.
    QString tablesWith(const QString &part)
    {
        return asked(u"SELECT string_agg(CAST(inhparent AS regclass)::text, ' ' ORDER BY 1) FROM (SELECT "
                     "inhparent FROM pg_inherits WHERE CAST(inhrelid AS regclass)::text LIKE '%\\_%1' AND "
                     "inhparent::regclass::text !~ 'audit|_pkey|_encounter|_idx' ORDER BY "
                     "CAST(inhparent AS regclass)::text) p"_s.arg(part))
            .remove(u"simiao."_s);
    }
    QString placesOf(const QString &table)
    {
        return asked(
            u"SELECT string_agg(DISTINCT substr(tableoid::regclass::text, length('simiao.%1_') + 1), ' ') "
            "FROM simiao.%1"_s.arg(table));
    }

    /// An id that was made then.
    template <typename T>
    Id<T> idOf(qint64 ms)
    {
        auto id = m_world.context.newId<T>();
        for (std::size_t i = 0; i < 6; ++i)
            id.uuid.bytes[i] = std::uint8_t(ms >> (8 * (5 - i)));
        return id;
    }
    ChargeItem chargeMade(qint64 ms)
    {
        ChargeItem charge;
        charge.id = idOf<ChargeItem>(ms);
        charge.patient = m_line.patient;
        charge.encounter = m_line.encounter;
        charge.kind = financial::ChargeKind::Medication;
        charge.request = m_line.id;
        charge.prescription = m_line.prescription;
        charge.quantity = m_line.quantity;
        charge.amount = Money{1250};
        return charge;
    }
    template <typename T>
    Task<Result<workflow::Receipt>> store(T row)
    {
        auto work = m_world.context.begin(m_world.context.newCommand(), u"test.act"_s, row.patient);
        work.insert(row);
        return m_desk.store->commit(work);
    }
    template <typename T>
    QString stored(const T &row)
    {
        const auto receipt = QCoro::waitFor(store(row));
        return receipt ? QString() : receipt.error().code + u' ' + receipt.error().detail;
    }
    /// In a visit that began then.
    void prescribe(qint64 ms)
    {
        administration::Encounter visit;
        visit.id = idOf<administration::Encounter>(ms);
        visit.visitNumber = visit.id.toString();
        visit.patient = m_world.patient.id;
        visit.start = m_world.clock->now();
        medications::Prescription prescription;
        prescription.id = m_world.context.newId<medications::Prescription>();
        prescription.patient = visit.patient;
        prescription.encounter = visit.id;
        prescription.author = m_world.physician.id;
        m_line.id = m_world.context.newId<medications::MedicationRequest>();
        m_line.prescription = prescription.id;
        m_line.patient = visit.patient;
        m_line.encounter = visit.id;
        m_line.medication = m_world.amoxicillin.id;
        m_line.quantity = 42;
        auto work =
            m_world.context.begin(m_world.context.newCommand(), u"prescription.sign"_s, visit.patient);
        work.insert(visit).insert(prescription).insert(m_line);
        QVERIFY(QCoro::waitFor(m_desk.store->commit(work)));
    }
    financial::Invoice billOf(const ChargeItem &charge, const QString &number)
    {
        financial::Invoice bill;
        bill.id = m_world.context.newId<financial::Invoice>();
        bill.number = number;
        bill.patient = charge.patient;
        bill.encounter = charge.encounter;
        bill.lines = {{charge.id, charge.quantity, charge.amount}};
        bill.cashier = m_world.physician.id;
        return bill;
    }
    /// What a desk asks; of the visit, where it says so.
    QString statement(const QString &name)
    {
        QFile file(postgresSqlFolder() + u"/postgresql/statements/queries/%1.sql"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll())
            .remove(QRegularExpression(u"^--[^\n]*"_s))
            .replace(u":encounter"_s, u"CAST('%1' AS uuid)"_s.arg(m_line.encounter.toString()));
    }
    /// The row as another session writes it.
    static QString insertOf(const ChargeItem &charge)
    {
        return u"INSERT INTO simiao.charge_item SELECT '%1', 'MAIN', 1, now(), c.author, c.patient, "
               u"c.encounter, "
               "'medication', '%2', c.id, '', 42, '', 1250, '' FROM simiao.prescription c WHERE c.id = '%3'"_s
                   .arg(charge.id.toString(), charge.request->toString(), charge.prescription->toString());
    }
    bool somebodyWaits()
    {
        return asked(
                   u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = '%1'"_s
                       .arg(m_database))
            == "1"_L1;
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void init()
    {
        m_database = m_hospital->another();
        auto backend = m_hospital->open(m_database);
        QVERIFY2(backend, qPrintable(m_server.log()));
        m_desk = *backend;
        m_world = aWorld(m_desk.store);
        makeMonths(u"2026-10-01"_s);
        makeMonths(u"2026-11-01"_s);
        prescribe(kOctober);
    }

    void monthIsThatOfTheId()
    {
        const auto id = [this](qint64 ms) { return idOf<ChargeItem>(ms).toString(); };
        const auto month = [this](const QString &made) {
            return asked(u"SELECT coalesce(CAST(simiao.month_of('%1') AS text), 'none')"_s.arg(made));
        };
        constexpr qint64 kNovember = 1'793'491'200'000; // 2026-11-01T00:00:00Z
        QCOMPARE(month(id(kNovember - 1)), u"2026-10-01"_s);
        QCOMPARE(month(id(kNovember)), u"2026-11-01"_s);
        QCOMPARE(month(u"019f9f4c-0bff-4fff-bfff-ffffffffffff"_s), u"none"_s); // another kind of id
        QCOMPARE(asked(u"SELECT simiao.first_id('2026-11-01')"_s).left(13), id(kNovember).left(13));
    }

    void chargesLieInTheMonthOfTheirIds()
    {
        QCOMPARE(stored(chargeMade(kOctober)), QString());
        auto later = chargeMade(kOctober + 40 * kDayMs);
        later.request.reset();
        QCOMPARE(stored(later), QString());
        QCOMPARE(placesOf(u"charge_item"_s), u"2026_10 2026_11"_s);
        QCOMPARE(placesOf(u"charged_request"_s), u"2026_11"_s);
        constexpr qint64 kNextCentury = 4'102'444'800'000; // 2100-01-01
        auto far = chargeMade(kNextCentury);
        far.request.reset();
        QCOMPARE(stored(far), QString()); // in a month that nobody has made
        QCOMPARE(placesOf(u"charge_item"_s), u"2026_10 2026_11 other"_s);
    }

    void billLiesInTheMonthsOfItsCharges()
    {
        const auto charge = chargeMade(kOctober);
        QCOMPARE(stored(charge), QString());
        QCOMPARE(stored(billOf(charge, u"F1"_s)), QString());
        QCOMPARE(placesOf(u"invoice_line"_s), u"2026_10"_s);
        QCOMPARE(stored(billOf(charge, u"F2"_s)), u"store.unique invoice_line.charge_item"_s);
    }

    void lineIsChargedOnceWhateverTheMonths()
    {
        const auto first = chargeMade(kOctober);
        QCOMPARE(stored(first), QString());
        QCOMPARE(stored(chargeMade(kOctober + 40 * kDayMs)), u"store.unique charge_item.request"_s);
        QCOMPARE(stored(first), u"store.unique charge_item.id"_s);
    }

    void chargeOfAnotherDeskIsWaitedFor_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("said");
        QTest::newRow("stored") << u"COMMIT"_s << u"store.unique charge_item.request"_s;
        QTest::newRow("taken back") << u"ROLLBACK"_s << u""_s;
    }

    void chargeOfAnotherDeskIsWaitedFor()
    {
        QFETCH(const QString, end);
        QFETCH(const QString, said);
        PsqlSession other(m_server.conninfo(m_database));
        other.say(u"BEGIN; "_s + insertOf(chargeMade(kOctober)) + u"; SELECT 1"_s);
        QTRY_VERIFY(other.hasAnswer());

        auto storing = store(chargeMade(kOctober + 40 * kDayMs));
        QTRY_VERIFY(somebodyWaits());
        other.say(end);

        const auto receipt = QCoro::waitFor(storing);
        const auto heard = receipt ? QString() : receipt.error().code + u' ' + receipt.error().detail;
        QCOMPARE(heard, said);
        QCOMPARE(asked(u"SELECT count(*) FROM simiao.charge_item"_s), u"1"_s);
    }

    // Who looks at what was there when she began does not see the other charge, and is refused all the same.
    void chargeThatIsNotSeenIsFound()
    {
        PsqlSession early(m_server.conninfo(m_database));
        early.say(u"BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM simiao.charge_item"_s);
        QTRY_VERIFY(early.hasAnswer());
        QCOMPARE(early.answer(), u"0"_s);
        QCOMPARE(stored(chargeMade(kOctober)), QString());
        early.say(insertOf(chargeMade(kOctober + 40 * kDayMs)) + u"; COMMIT; SELECT 1"_s);
        QTRY_VERIFY(early.hasAnswer());
        QCOMPARE(asked(u"SELECT count(*) FROM simiao.charge_item"_s), u"1"_s);
    }

    void chargeIsNeverChanged()
    {
        QCOMPARE(stored(chargeMade(kOctober)), QString());
        for (const auto &table : {u"charge_item"_s, u"charge_item_2026_10"_s}) {
            const auto said = asked(u"UPDATE simiao.%1 SET amount = 1"_s.arg(table));
            QVERIFY2(said.contains("is never updated"_L1), qPrintable(said));
        }
        QCOMPARE(asked(u"SELECT amount FROM simiao.charge_item"_s), u"1250"_s);
    }

    void whatIsLookedForByIdIsLookedForInItsMonth()
    {
        const auto charge = chargeMade(kOctober);
        QCOMPARE(stored(charge), QString());
        const auto plan = [this](const QString &where) {
            return asked(u"SET enable_seqscan = off; EXPLAIN SELECT * FROM simiao.charge_item WHERE "_s
                         + where);
        };
        const auto byId = plan(u"id = '%1'"_s.arg(charge.id.toString()));
        QCOMPARE(byId.count("Scan using"_L1), 1);
        QVERIFY2(byId.contains("charge_item_2026_10_pkey"_L1), qPrintable(byId));
        const auto ofVisit = plan(u"encounter = '%1'"_s.arg(charge.encounter.toString()));
        QVERIFY2(!ofVisit.contains("Seq Scan"_L1), qPrintable(ofVisit));
        QVERIFY2(ofVisit.contains("charge_item_2026_10_encounter_idx"_L1), qPrintable(ofVisit));
    }

    // What lies before the month before a visit is not looked through for its charges, and so there is none.
    void chargeOfAVisitIsNotMuchOlderThanTheVisit()
    {
        QCOMPARE(stored(chargeMade(kOctober - 32 * kDayMs)), u"server.clock-behind "_s);
        QCOMPARE(stored(chargeMade(kOctober - 30 * kDayMs)), QString());
        const auto open =
            QCoro::waitFor(workflow::find(m_desk.store, workflow::query::openCharges, m_line.encounter));
        QVERIFY(open);
        QCOMPARE(open->size(), 1U);
    }

    void whoHasToPayIsFoundAmongWhatIsOpen()
    {
        const auto toPay = [this] {
            return QCoro::waitFor(workflow::find(m_desk.store, workflow::query::encountersToPay))->size();
        };
        const auto charge = chargeMade(kOctober);
        QCOMPARE(stored(charge), QString());
        QCOMPARE(toPay(), 1U);
        QCOMPARE(stored(billOf(charge, u"F1"_s)), QString());
        QCOMPARE(toPay(), 0U);
        QCOMPARE(asked(u"SELECT count(*) FROM simiao.open_charge"_s), u"0"_s);

        const auto plan =
            asked(u"SET search_path = simiao_api; EXPLAIN "_s + statement(u"encounter/to_pay"_s));
        QVERIFY2(plan.contains("open_charge"_L1), qPrintable(plan));
        QVERIFY2(!plan.contains("charge_item"_L1), qPrintable(plan));
    }

    void monthsBeforeTheVisitAreNotPlannedFor()
    {
        makeMonths(u"2026-08-01"_s);
        const auto plan = asked(u"SET search_path = simiao_api; EXPLAIN "_s
                                + statement(u"charge_item/open_of_encounter"_s));
        QVERIFY2(plan.contains("charge_item_2026_10"_L1), qPrintable(plan));
        QVERIFY2(!plan.contains("2026_08"_L1), qPrintable(plan));
    }

    // A part is attached while nobody writes to patients and visits: where somebody does, another day is good enough.
    void whoSavesIsNotHeldUpByAMonth()
    {
        PsqlSession other(m_server.conninfo(m_database));
        other.say(u"BEGIN; UPDATE simiao.encounter SET version = version; SELECT 1"_s);
        QTRY_VERIFY(other.hasAnswer());
        QCOMPARE(asked(u"SELECT simiao.make_month('2026-09-01')"_s), u"f"_s);
        QCOMPARE(tablesWith(u"2026_09"_s), QString());
        QCOMPARE(stored(chargeMade(kOctober)), QString());

        other.say(u"COMMIT; SELECT 2"_s);
        QCOMPARE(other.answer(), u"1"_s);
        QTRY_VERIFY(other.hasAnswer());
        makeMonths(u"2026-09-01"_s);
        QCOMPARE(tablesWith(u"2026_09"_s), u"charge_item charged_request invoice_line"_s);
    }

    void deskSeesOneTable()
    {
        QCOMPARE(asked(u"SELECT string_agg(viewname, ' ' ORDER BY viewname) FROM pg_views WHERE viewname ~ "
                       "'charge|invoice_line'"_s),
                 u"charge_item invoice_line open_charge"_s);
        QCOMPARE(asked(u"SELECT count(*) FROM simiao.table_seals() WHERE name ~ '_[0-9]{4}_'"_s), u"0"_s);
    }

    void chargesThatComeFromElsewhereLieInTheirOwnMonths()
    {
        constexpr qint64 kLeapDay = 1'709'208'000'000; // 2024-02-29
        prescribe(kLeapDay);
        const auto charge = chargeMade(kLeapDay);
        const auto line =
            u"{\"amount\":1250,\"description\":\"\",\"encounter\":\"%1\",\"id\":\"%2\",\"kind\":"
            "\"registration\",\"patient\":\"%3\",\"quantity\":1,\"recorded_at\":"
            "\"2024-02-29T12:00:00.000000Z\",\"recorded_by\":\"%4\",\"site\":\"A\",\"unit\":\"\","
            "\"version\":1}"_s.arg(charge.encounter.toString(), charge.id.toString(),
                                   charge.patient.toString(), m_world.physician.id.toString());
        QCOMPARE(asked(u"SELECT simiao.take_rows('origin', 'charge_item', 0, '%1')"_s.arg(line)), u"1"_s);
        QCOMPARE(placesOf(u"charge_item"_s), u"2024_02"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestChargeMonths)
#include "test_charge_months.moc"
