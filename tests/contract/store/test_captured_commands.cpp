#include "contract/store/captured_commands.h"
#include "domain/administration/setting.h"
#include "support/day_ahead.h"
#include "support/psql_session.h"

namespace simiao::test {

using administration::Patient;
using medications::MedicationRequest;
using medications::PrescriptionStatus;

// What a desk sends was captured and is sent again with something changed, by whoever has the desk's log-in and somebody signed in there: the
// server believes no text that it could not have had from the program.
class TestCapturedCommands : public CapturedCommands
{
    Q_OBJECT

private:
    clinical::Composition aNote(const administration::Encounter &visit)
    {
        clinical::Composition note;
        note.id = m_world.context.newId<clinical::Composition>();
        note.patient = visit.patient;
        note.encounter = visit.id;
        note.status = clinical::CompositionStatus::Final;
        note.author = m_physician.session.account;
        note.signedAt = m_world.clock->now();
        return note;
    }

    /// A note in a visit of her own, as it was captured.
    QString aSignedNote()
    {
        auto work = begin(m_physician, u"composition.sign"_s, m_visit.patient);
        work.insert(aNote(m_visit));
        return postgresql::workText(work);
    }

    QString aRegistration()
    {
        auto patient = m_world.patient;
        patient.id = m_world.context.newId<Patient>();
        patient.identityNumber.clear();
        auto work = begin(m_registrar, u"patient.register"_s, patient.id);
        work.insert(patient).numbered(&Patient::mrn, {u"mrn"_s, u"2"_s, 5});
        return postgresql::workText(work);
    }

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        QVERIFY(m_hospital->setUp(u"hospital"_s));
    }

    void init() { openAnother(); }

    void unchangedOnesAreStored()
    {
        QCOMPARE(send(m_physician, aSignedNote()), u"stored"_s);
        QCOMPARE(send(m_registrar, aRegistration()), u"stored"_s);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.patient WHERE mrn = '200001'"_s, m_database),
                 u"1"_s);
    }

    // The number that comes into the place of a mark brings nothing else with it.
    void rowIsNotExchangedThroughAMark()
    {
        const auto forged = withStep(aSignedNote(), [this](QJsonObject &step) {
            const auto shown = step["row"_L1].toString();
            auto written = aNote(m_restrictedVisit);
            auto work = begin(m_physician, u"composition.sign"_s, m_restricted.id);
            work.insert(written);
            const auto real = parsed(postgresql::workText(work))["steps"_L1][0]["row"_L1].toString();
            step["numbers"_L1] = QJsonArray{QJsonObject{{u"sequence"_s, u"fresh"_s},
                                                        {u"prefix"_s, real.chopped(2)},
                                                        {u"width"_s, 0},
                                                        {u"mark"_s, shown.chopped(1)}}};
        });
        QCOMPARE(send(m_physician, forged), u"server.event"_s);
        QCOMPARE(rowsOf(u"composition"_s), u"0"_s);
    }

    void numberIsOneOfTheCommand_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("a mark of its own making") << u"mark"_s << QVariant(u"final"_s);
        QTest::newRow("a mark that stands nowhere") << u"mark"_s << QVariant(u"@%1/9@"_s);
        QTest::newRow("another command's mark")
            << u"mark"_s << QVariant(u"@00000000-0000-7000-8000-000000000001/0@"_s);
        QTest::newRow("a prefix that ends the text") << u"prefix"_s << QVariant(u"\",\"x\":\""_s);
        QTest::newRow("a prefix without end") << u"prefix"_s << QVariant(QString(21, u'0'));
        QTest::newRow("a hundred million digits") << u"width"_s << QVariant(100'000'000);
        QTest::newRow("no sequence") << u"sequence"_s << QVariant(QString());
    }

    void numberIsOneOfTheCommand()
    {
        QFETCH(const QString, key);
        QFETCH(QVariant, value);
        const auto work = aRegistration();
        if (value.toString().contains("%1"_L1))
            value =
                value.toString().arg(parsed(parsed(work)["event"_L1].toString())["command"_L1].toString());
        const auto changed = withStep(work, [&](QJsonObject &step) {
            auto number = step["numbers"_L1][0].toObject();
            number[key] = QJsonValue::fromVariant(value);
            step["numbers"_L1] = QJsonArray{number};
        });
        QCOMPARE(send(m_registrar, changed), u"server.event"_s);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.number_sequence"_s, m_database), u"0"_s);
    }

    // One who could choose takes the number that comes next, and everybody else is refused from then on; or leaves gaps in those of bills.
    void numberIsThatOfItsColumn_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("by hand") << u"by hand"_s << u"server.act-writes"_s;
        QTest::newRow("of another sequence") << u"sequence"_s << u"server.event"_s;
        QTest::newRow("with another prefix") << u"prefix"_s << u"server.event"_s;
        QTest::newRow("of another width") << u"width"_s << u"server.event"_s;
        QTest::newRow("in another column") << u"address"_s << u"server.event"_s;
    }

    void numberIsThatOfItsColumn()
    {
        QFETCH(const QString, how);
        QFETCH(const QString, refusal);
        const auto changed = withStep(aRegistration(), [&how](QJsonObject &step) {
            auto number = step["numbers"_L1][0].toObject();
            const auto mark = number["mark"_L1].toString();
            auto row = step["row"_L1].toString();
            if (how == "by hand"_L1)
                row.replace(mark, u"200001"_s);
            if (how == "address"_L1)
                row.replace(mark, u"200001"_s).replace(u"\"address\":\""_s, u"\"address\":\""_s + mark);
            if (how == "sequence"_L1)
                number[how] = u"invoice/20261123"_s;
            if (how == "prefix"_L1)
                number[how] = u"3"_s;
            if (how == "width"_L1)
                number[how] = 6;
            step["row"_L1] = row;
            step["numbers"_L1] = how == "by hand"_L1 ? QJsonArray{} : QJsonArray{number};
        });
        QCOMPARE(send(m_registrar, changed), refusal);
        QCOMPARE(rowsOf(u"number_sequence"_s), u"0"_s);
        QCOMPARE(send(m_registrar, aRegistration()), u"stored"_s);
    }

    // A program brings numbers of before; nobody is stopped by them.
    void numberThatIsThereIsPassedOver()
    {
        auto patient = m_world.patient;
        for (const auto &mrn : {u"200001"_s, u"200002"_s}) {
            patient.id = m_world.context.newId<Patient>();
            patient.mrn = mrn;
            patient.identityNumber.clear();
            seed([&patient](auto &work) { work.insert(patient); });
        }
        QCOMPARE(send(m_registrar, aRegistration()), u"stored"_s);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.patient WHERE mrn = '200003'"_s, m_database),
                 u"1"_s);
    }

    // What limits a session it may take off for itself.
    void whoStaysInATransactionKeepsNobodyWaiting()
    {
        const auto work = aRegistration();
        const auto command = parsed(parsed(work)["event"_L1].toString())["command"_L1].toString();
        PsqlSession idle(m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database));
        idle.say(u"SET idle_in_transaction_session_timeout = 0; SET simiao.session = 'registrar'"_s);
        idle.say(u"BEGIN"_s);
        idle.say(u"SELECT simiao_api.commit('%1', $work$%2$work$)"_s.arg(command, work));
        QTRY_VERIFY(idle.hasAnswer());

        auto patient = m_world.patient;
        patient.id = m_world.context.newId<Patient>();
        patient.identityNumber.clear();
        auto registering = m_world.context.begin(m_world.context.newCommand(), u"demo.seed"_s);
        registering.insert(patient).numbered(&Patient::mrn, {u"mrn"_s, u"2"_s, 5});
        const auto stored = QCoro::waitFor(m_world.context.store->commit(std::move(registering)));
        QVERIFY2(stored, stored ? "" : qPrintable(logLine(stored.error())));
        // Of `idle`; other sessions of the server have transactions too. Its locks go a moment before it does.
        QTRY_COMPARE(m_server.psql(u"SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%' AND "
                                   "usename = 'desk_1' AND datname = '%1'"_s.arg(m_database)),
                     u"0"_s);
    }

    // Without a person a log-in may say what it likes of where it stands.
    void whatNobodyNotesHoldsUpNoDesk()
    {
        auto nobody = m_physician;
        nobody.session.loginName.clear();
        const auto work =
            withEvent(postgresql::workText(begin(nobody, u"session.login"_s, {}, u"wrong-password"_s)),
                      u"\"success\""_s, u"\"refused\""_s);
        const auto command = parsed(parsed(work)["event"_L1].toString())["command"_L1].toString();
        PsqlSession idle(m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database));
        idle.say(u"BEGIN"_s);
        idle.say(u"SELECT simiao_api.commit('%1', $work$%2$work$)"_s.arg(command, work));
        QTRY_VERIFY(idle.hasAnswer());

        QCOMPARE(send(m_physician, aSignedNote()), u"stored"_s);
        QVERIFY(!idle.hasEnded());
        idle.say(u"COMMIT"_s);
        QTRY_COMPARE(
            m_server.psql(u"SELECT workstation, act FROM simiao.audit_event WHERE outcome = 'refused'"_s,
                          m_database),
            u"desk_1|session.login"_s);
    }

    void whoTellsOthersKeepsNobodyWaiting()
    {
        const auto desk = m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database);
        m_world.context.store
            ->close(); // the desk that made the world may tell of it, and others then need not
        m_server.psql(u"DELETE FROM simiao.feed_notice"_s, m_database);
        PsqlSession idle(desk);
        idle.say(u"BEGIN"_s);
        idle.say(u"SELECT simiao_api.tell_others(clock_timestamp())"_s);
        QTRY_VERIFY(idle.hasAnswer());
        QCOMPARE(idle.answer(), u"t"_s);
        const auto told = [&desk] {
            return PostgresServer::psqlAs(
                       desk, u"SET lock_timeout = '5s'; SELECT simiao_api.tell_others(clock_timestamp())"_s)
                .trimmed();
        };
        QCOMPARE(told(), u"t"_s);
    }

    // A hash that fits a text which nobody else makes of the row is a row that everybody takes for damaged.
    void rowIsTheTextOfItsHash_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("a blank") << u",\"encounter\""_s << u", \"encounter\""_s;
        QTest::newRow("a key too many") << u"\"version\":1"_s << u"\"version\":1,\"w\":1"_s;
        QTest::newRow("a key twice") << u"\"version\":1"_s << u"\"version\":1,\"version\":1"_s;
        QTest::newRow("another writing") << u"\"final\""_s << u"\"\\u0066inal\""_s;
    }

    void rowIsTheTextOfItsHash()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const auto work = aSignedNote();
        const auto changed = withRow(work, before, after);
        QVERIFY(parsed(changed) != parsed(work));
        QCOMPARE(send(m_physician, changed), u"server.event"_s);
        QCOMPARE(rowsOf(u"composition"_s), u"0"_s);
    }

    void rowIsOfWhoSendsItAndOfNow_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("another's name") << u"\"recorded_by\":\"%1\""_s << u"\"recorded_by\":\"%2\""_s;
        QTest::newRow("another time") << u"\"recorded_at\":\"20"_s << u"\"recorded_at\":\"19"_s;
        QTest::newRow("a later version") << u"\"version\":1}"_s << u"\"version\":77}"_s;
    }

    void rowIsOfWhoSendsItAndOfNow()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const auto named =
            [this](QString text) { // %1 is who sends it, %2 another; they are others in each database
                return text.replace("%1"_L1, m_physician.session.account.toString())
                    .replace("%2"_L1, m_registrar.session.account.toString());
            };
        const auto work = aSignedNote();
        const auto changed = withRow(work, named(before), named(after));
        QVERIFY(parsed(changed) != parsed(work));
        QCOMPARE(send(m_physician, changed), u"server.other-person"_s);
    }

    void trailSaysWhatWasDone_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("the changes under another key") << u"\"changes\":"_s << u"\"changes\":[],\"other\":"_s;
        QTest::newRow("no changes, then the changes")
            << u"\"changes\":"_s << u"\"changes\":[],\"changes\":"_s;
        QTest::newRow("two acts") << u"\"agent\""_s << u"\"act\":\"patient.read\",\"agent\""_s;
        QTest::newRow("a blank") << u",\"agent\""_s << u", \"agent\""_s;
        QTest::newRow("another time") << u"\"recorded\":\"20"_s << u"\"recorded\":\"19"_s;
    }

    void trailSaysWhatWasDone()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const auto work = aSignedNote();
        const auto changed = withEvent(work, before, after);
        QVERIFY(parsed(changed) != parsed(work));
        QCOMPARE(send(m_physician, changed), u"server.event"_s);
        QCOMPARE(rowsOf(u"composition"_s), u"0"_s);
    }

    void failedLogInIsAboutNobody()
    {
        auto nobody = m_physician;
        nobody.session.loginName.clear();
        auto work = begin(nobody, u"session.login"_s, m_restricted.id, u"wrong-password"_s);
        const auto refused = [](const workflow::UnitOfWork &of) {
            return withEvent(postgresql::workText(of), u"\"success\""_s, u"\"refused\""_s);
        };
        QCOMPARE(send(nobody, refused(work)), u"server.signed-out"_s);
        QCOMPARE(send(nobody, refused(begin(nobody, u"session.login"_s, {}, u"Dr Wang was here"_s))),
                 u"server.signed-out"_s);
        QCOMPARE(send(nobody, refused(begin(nobody, u"session.login"_s, {}, u"wrong-password"_s))),
                 u"stored"_s);
    }

    // A link with a time or an id of another year is what every desk goes on after.
    void whatNobodySaysIsWhatTheProgramSays_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << QString() << QString() << u"stored"_s;
        QTest::newRow("a key beside")
            << u"\\\"workstation\\\""_s << u"\\\"woman\\\":\\\"x\\\",\\\"workstation\\\""_s
            << u"server.event"_s;
        QTest::newRow("longer") << u"DESK-1"_s << QString(2000, u'D') << u"server.event"_s;
        QTest::newRow("of another year") << u"2026-"_s << u"2099-"_s << u"server.clock"_s;
        QTest::newRow("an id of another year") << u"COMMAND"_s << u"ffffff"_s << u"server.clock"_s;
    }

    void whatNobodySaysIsWhatTheProgramSays()
    {
        QFETCH(QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, expected);
        auto nobody = m_physician;
        nobody.session.loginName.clear();
        const auto failed = begin(nobody, u"session.login"_s, {}, u"wrong-password"_s);
        auto work = withEvent(postgresql::workText(failed), u"\"success\""_s, u"\"refused\""_s);
        if (before == "COMMAND"_L1)
            before = parsed(parsed(work)["event"_L1].toString())["command"_L1].toString().first(6);
        if (!before.isEmpty()) {
            QVERIFY(work.contains(before));
            work.replace(before, after);
        }
        QCOMPARE(send(nobody, work), expected);
    }

    void nobodyFillsTheTrail()
    {
        auto nobody = m_physician;
        nobody.session.loginName.clear();
        const auto failed = [&] {
            const auto work = begin(nobody, u"session.login"_s, {}, u"wrong-password"_s);
            return withEvent(postgresql::workText(work), u"\"success\""_s, u"\"refused\""_s);
        };
        m_server.psql(
            u"INSERT INTO simiao.unsigned_event SELECT 'desk_1', 'trail', now() + interval '1 hour' FROM generate_series(1, 119)"_s,
            m_database);
        QCOMPARE(send(nobody, failed()), u"stored"_s);
        QCOMPARE(send(nobody, failed()), u"login.wait"_s);
        QCOMPARE(send(m_physician, aSignedNote()), u"stored"_s);
        m_server.psql(u"UPDATE simiao.unsigned_event SET at = at - interval '2 hours'"_s, m_database);
        QCOMPARE(send(nobody, failed()), u"stored"_s);
    }

    // Commands that were never given, and sessions of years: what a log-in can write by itself has a pace, and goes.
    void nobodyFillsTheDisk()
    {
        QVERIFY(hasDayAhead());
        const auto settled = [this] {
            return PostgresServer::psqlAs(
                m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database),
                u"SELECT simiao_api.settle_command('%1')"_s.arg(m_world.context.newCommand().toString()));
        };
        m_server.psql(
            u"INSERT INTO simiao.unsigned_event SELECT 'desk_1', 'settled', now() + interval '1 hour' FROM generate_series(1, 999)"_s,
            m_database);
        QVERIFY(!settled().contains("ERROR"_L1));
        QVERIFY(settled().contains("login.wait"_L1));

        m_server.psql(
            u"UPDATE simiao.unsigned_event SET at = at - interval '1 day';"
            "INSERT INTO simiao.sign_in_failure (login_name, login, workstation, count, last) VALUES "
            "('who', 'desk_1', '', 1, now() - interval '2 days'), ('li', 'desk_1', '', 1, now());"
            "UPDATE simiao.staff_session SET until = now() - interval '31 days' WHERE token_hash = "
            "sha256('nurse');"
            "SET session_replication_role = replica; UPDATE simiao.audit_root SET day = day - 1; "
            "SET session_replication_role = origin;"
            "SELECT simiao.seal_day()"_s,
            m_database);
        QCOMPARE(rowsOf(u"unsigned_event"_s), u"0"_s);
        QCOMPARE(rowsOf(u"sign_in_failure"_s), u"1"_s);
        QCOMPARE(rowsOf(u"staff_session"_s), u"2"_s);
    }

    void rowIsNotOfAnotherYear()
    {
        const auto work = aSignedNote();
        const auto row = parsed(work)["steps"_L1][0]["row"_L1].toString();
        const auto id = parsed(row)["id"_L1].toString();
        QCOMPARE(send(m_physician, withRow(work, id, u"ffffff"_s + id.mid(6))), u"server.clock"_s);
        QCOMPARE(send(m_physician, work), u"stored"_s);
    }

    // Nobody makes herself the one who cares for a patient.
    void restrictedRecordIsNotOpenedByAnAct_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("she calls another department's patient") << u"call"_s << u"server.other-care"_s;
        QTest::newRow("the nurse calls her") << u"nurse"_s << u"server.other-care"_s;
        QTest::newRow("the registrar checks her in with herself") << u"check-in"_s << u"server.act-writes"_s;
        QTest::newRow("the registrar writes her down as open") << u"open"_s << u"server.act-writes"_s;
        QTest::newRow("a diagnosis of no visit") << u"no visit"_s << u"server.other-care"_s;
        QTest::newRow("opened without a reason") << u"no reason"_s << u"server.event"_s;
    }

    void restrictedRecordIsNotOpenedByAnAct()
    {
        QFETCH(const QString, how);
        QFETCH(const QString, refusal);
        const auto &who = how == "nurse"_L1            ? m_nurse
            : how == "check-in"_L1 || how == "open"_L1 ? m_registrar
                                                       : m_physician;
        const QString act = how == "check-in"_L1 ? u"encounter.check-in"_s
            : how == "open"_L1                   ? u"patient.register"_s
            : how == "no visit"_L1               ? u"composition.sign"_s
            : how == "no reason"_L1              ? u"patient.break-glass"_s
                                                 : u"queue.call"_s;
        auto work = begin(who, act, m_restricted.id);
        if (act == "queue.call"_L1) {
            auto called = m_restrictedVisit;
            called.version = 1;
            called.status = administration::EncounterStatus::InProgress;
            called.practitioner = who.session.account;
            work.update(called);
        } else if (how == "check-in"_L1) {
            auto visit = aVisitOf(m_world, m_restricted, m_world.slot.department);
            visit.practitioner = who.session.account;
            work.insert(visit).apply(workflow::effect::bookSlot, m_world.slot.id);
        } else if (how == "open"_L1) {
            auto opened = m_restricted;
            opened.version = 1;
            opened.confidentiality.reset();
            work.update(opened);
        } else if (how == "no visit"_L1) {
            clinical::Condition condition;
            condition.id = m_world.context.newId<clinical::Condition>();
            condition.patient = m_restricted.id;
            work.insert(condition);
        }
        QCOMPARE(send(who, postgresql::workText(work)), refusal);
    }

    // Else whoever may restrict a record opens it for herself, and anybody strikes what another department's drugs are held against.
    void whatTakesAwayFromARecordNeedsCare_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("isHers");
        QTest::addColumn<QString>("expected");
        for (const bool isHers : {true, false}) {
            const QString refused = isHers ? u"stored"_s : u"server.other-care"_s;
            QTest::addRow("lifting, hers: %d", isHers) << u"lift"_s << isHers << refused;
            QTest::addRow("less restricted, hers: %d", isHers) << u"less"_s << isHers << refused;
            QTest::addRow("restricting, hers: %d", isHers) << u"more"_s << isHers << u"stored"_s;
            QTest::addRow("striking an allergy, hers: %d", isHers) << u"strike"_s << isHers << refused;
            QTest::addRow("none known, hers: %d", isHers) << u"none"_s << isHers << refused;
            QTest::addRow("another allergy, hers: %d", isHers) << u"add"_s << isHers << u"stored"_s;
        }
        QTest::newRow("lifting, with a reason") << u"break-glass lift"_s << false << u"stored"_s;
        QTest::newRow("striking, with a reason") << u"break-glass strike"_s << false << u"stored"_s;
    }

    void whatTakesAwayFromARecordNeedsCare()
    {
        QFETCH(const QString, what);
        QFETCH(const bool, isHers);
        QFETCH(const QString, expected);
        auto patient = m_restricted;
        patient.id = m_world.context.newId<Patient>();
        patient.mrn = u"300"_s;
        patient.confidentiality = what.contains("more"_L1) ? administration::Confidentiality::Restricted
                                                           : administration::Confidentiality::VeryRestricted;
        patient.allergyStatus = what.contains("none"_L1) ? administration::AllergyStatus::Recorded
                                                         : administration::AllergyStatus::NotAsked;
        clinical::AllergyIntolerance allergy;
        allergy.id = m_world.context.newId<clinical::AllergyIntolerance>();
        allergy.patient = patient.id;
        allergy.substance = u"青霉素"_s;
        auto visit = aVisitOf(m_world, patient, isHers ? m_world.department.id : m_elsewhere.id);
        visit.visitNumber = u"V-300"_s;
        seed([&](auto &work) { work.insert(patient).insert(visit).insert(allergy); });
        if (what.contains("break-glass"_L1)) {
            const auto given =
                begin(m_physician, u"patient.break-glass"_s, patient.id, u"covering-colleague"_s);
            QCOMPARE(send(m_physician, postgresql::workText(given)), u"stored"_s);
        }

        patient.version = 1;
        allergy.version = 1;
        const bool isAllergy =
            what.contains("strike"_L1) || what.contains("none"_L1) || what.contains("add"_L1);
        auto work =
            begin(m_physician, isAllergy ? u"allergy.write"_s : u"patient.restrict"_s, patient.id, u"N"_s);
        if (what.contains("lift"_L1)) {
            patient.confidentiality.reset();
        } else if (what.contains("less"_L1)) {
            patient.confidentiality = administration::Confidentiality::Restricted;
        } else if (what.contains("more"_L1)) {
            patient.confidentiality = administration::Confidentiality::VeryRestricted;
        } else if (what.contains("strike"_L1)) {
            allergy.verification = clinical::AllergyVerification::EnteredInError;
            allergy.errorReason = u"x"_s;
            work.update(allergy);
        } else if (what.contains("none"_L1)) {
            patient.allergyStatus = administration::AllergyStatus::NoneKnown;
        } else if (what.contains("add"_L1)) {
            allergy.id = m_world.context.newId<clinical::AllergyIntolerance>();
            allergy.substance = u"磺胺类"_s;
            work.insert(allergy);
            patient.allergyStatus = administration::AllergyStatus::Recorded;
        }
        if (!what.contains("strike"_L1))
            work.update(patient);
        QCOMPARE(send(m_physician, postgresql::workText(work)), expected);
    }

    void orderLineStaysOnItsPrescription_data()
    {
        QTest::addColumn<PrescriptionStatus>("status");
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("expected");
        QTest::newRow("withdrawn before it is paid")
            << PrescriptionStatus::Reviewed << u"withdrawn"_s << u"stored"_s;
        QTest::newRow("cancelled when it was dispensed")
            << PrescriptionStatus::Dispensed << u"cancelled"_s << u"server.amount"_s;
        QTest::newRow("another line of what was paid")
            << PrescriptionStatus::Paid << u"added"_s << u"server.amount"_s;
        QTest::newRow("a line on another patient's")
            << PrescriptionStatus::Signed << u"another's"_s << u"server.amount"_s;
        QTest::newRow("less than nothing")
            << PrescriptionStatus::Signed << u"negative"_s << u"server.amount"_s;
    }

    void orderLineStaysOnItsPrescription()
    {
        QFETCH(const PrescriptionStatus, status);
        QFETCH(const QString, how);
        QFETCH(const QString, expected);
        auto [prescription, line, charge] =
            aPrescribedDrug(m_world, how == "another's"_L1 ? m_restrictedVisit : m_visit, status,
                            m_world.amoxicillin.packQuantity);
        seed([&](auto &work) { work.insert(prescription).insert(line); });
        prescription.version = 1;
        line.version = 1;
        auto work = begin(m_physician, u"medication-request.sign"_s, m_visit.patient);
        if (how == "cancelled"_L1 || how == "withdrawn"_L1) {
            line.status = medications::MedicationRequestStatus::Cancelled;
            work.update(line);
        } else {
            line.id = m_world.context.newId<MedicationRequest>();
            line.patient = m_visit.patient;
            line.encounter = m_visit.id;
            if (how == "negative"_L1) {
                line.quantity = -line.quantity;
                line.price = -line.price;
            }
            work.insert(line);
        }
        if (how == "withdrawn"_L1) {
            prescription.status = PrescriptionStatus::Cancelled;
            work.update(prescription);
        }
        QCOMPARE(send(m_physician, postgresql::workText(work)), expected);
    }

    void settingOfTheHospitalIsNotOnesOwn()
    {
        administration::Setting setting;
        setting.id = m_world.context.newId<administration::Setting>();
        setting.account = m_physician.session.account;
        setting.key = u"session.idle-lock-minutes"_s;
        setting.value = u"600"_s;
        for (const auto level :
             {administration::SettingLevel::Hospital, administration::SettingLevel::User}) {
            setting.level = level;
            auto work = begin(m_physician, u"setting.change"_s, {});
            work.insert(setting);
            QCOMPARE(send(m_physician, postgresql::workText(work)),
                     level == administration::SettingLevel::User ? u"stored"_s : u"server.not-granted"_s);
        }
    }

    void chainOfAnotherDeskIsNotWritten()
    {
        const auto work = aSignedNote();
        m_server.psql(u"INSERT INTO simiao.desk_login VALUES ('desk_1', 'DESK-2')"_s, m_database);
        QCOMPARE(send(m_physician, work), u"server.other-desk"_s);
        auto nobody = m_physician;
        nobody.session.loginName.clear();
        const auto failed = begin(nobody, u"session.login"_s, {}, u"wrong-password"_s);
        QCOMPARE(send(nobody, withEvent(postgresql::workText(failed), u"\"success\""_s, u"\"refused\""_s)),
                 u"server.other-desk"_s);
        m_server.psql(u"INSERT INTO simiao.desk_login VALUES ('desk_1', 'DESK-1')"_s, m_database);
        QCOMPARE(send(m_physician, work), u"stored"_s);
    }

    void presenceIsOnesOwn()
    {
        const auto announced = [this](const workflow::Context &whose, const QString &desk,
                                      const QString &token) {
            return PostgresServer::psqlAs(
                       m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database),
                       uR"(SELECT simiao_api.keep_presence('%1', '[{"subject": "%2", "account": "%3", "workstation": "%4", "activity": "writing"}]', 10, '%5'))"_s
                           .arg(m_world.context.newId<Patient>().toString(), m_visit.id.toString(),
                                whose.session.account.toString(), desk, token))
                .trimmed();
        };
        QCOMPARE(announced(m_physician, u"DESK-1"_s, u"physician"_s), u"t"_s);
        QCOMPARE(announced(m_physician, u"ROOM-666"_s, u"physician"_s), u"f"_s);
        QCOMPARE(announced(m_physician, u"DESK-1"_s, u"registrar"_s), u"f"_s);
        QCOMPARE(announced(m_physician, u"DESK-1"_s, QString()), u"f"_s);
    }

    void trailIsShownToNobodyBeforeSheSignsIn()
    {
        QCOMPARE(send(m_physician, aSignedNote()), u"stored"_s);
        QCOMPARE(PostgresServer::psqlAs(m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database),
                                        u"SELECT count(*) FROM simiao_api.audit_event"_s)
                     .trimmed(),
                 u"0"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestCapturedCommands)
#include "test_captured_commands.moc"
