#include "contract/store/postgres_database.h"
#include "support/world.h"

#include <QRegularExpression>
#include <QSet>

namespace simiao::test {

using namespace Qt::StringLiterals;

// What the server shows to whom: whoever has a desk's log-in asks it in psql what the program would not.
class TestPostgresShown : public QObject
{
    Q_OBJECT

private:
    QString asKeeper(const QString &sql) const { return m_server.psql(sql, m_database); }

    QString asDesk(const QString &sql, const QString &token = {}) const
    {
        return PostgresServer::psqlAs(
                   m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database),
                   u"SELECT set_config('simiao.session', '%1', false); %2"_s.arg(token, sql))
            .trimmed();
    }

    /// How many rows the planner reckons with, one for each condition on a view.
    QSet<QString> estimates(const QString &view, const QStringList &conditions) const
    {
        QString asked;
        for (const auto &condition : conditions)
            asked += u"EXPLAIN SELECT * FROM simiao_api.%1 WHERE %2;"_s.arg(view, condition);
        const auto said = asDesk(asked);
        static const QRegularExpression firstLine(u"^[A-Z].*rows=(\\d+)"_s,
                                                  QRegularExpression::MultilineOption);
        QSet<QString> rows;
        qsizetype count = 0;
        for (auto found = firstLine.globalMatch(said); found.hasNext(); ++count)
            rows.insert(found.next().captured(1));
        if (count != conditions.size())
            qFatal("%s", qPrintable(said));
        return rows;
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    World m_world;

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void init()
    {
        m_database = m_hospital->another();
        auto backend = m_hospital->open(m_database);
        QVERIFY(backend);
        m_world = aWorld(backend->store);
    }

    // EXPLAIN tries what is asked on samples of the rows that ANALYZE has kept: by what it reckons with, a number can be spelled out.
    void plannerTellsNothingOfWhatStandsInARow_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("column");
        for (const char *column : {"name", "name_initials", "name_pinyin", "mrn", "identity_number", "phone",
                                   "address", "identifiers", "allergy_status"})
            QTest::addRow("patient.%s", column) << u"patient"_s << QString::fromLatin1(column);
        QTest::addRow("the end of a phone number") << u"patient"_s << u"\"right\"(phone, 4)"_s;
        QTest::addRow("a part of a name") << u"patient_name_part"_s << u"part"_s;
        QTest::addRow("an allergy") << u"allergy_intolerance"_s << u"substance"_s;
        QTest::addRow("a charge") << u"charge_item"_s << u"description"_s;
        QTest::addRow("a link of the trail") << u"audit_event"_s << u"event"_s;
    }

    void plannerTellsNothingOfWhatStandsInARow()
    {
        QFETCH(const QString, view);
        QFETCH(const QString, column);
        const auto made = asKeeper(uR"(SET session_replication_role = replica;
INSERT INTO simiao.patient
SELECT CAST(md5(n || 'p') AS uuid), 'MAIN', 1, now(), CAST(md5('x') AS uuid), 'kept' || n, 'kept' || n, 'kept' || n, 'kept' || n, 'male',
       '1980-01-01', 'kept' || n, 'kept' || n, 'kept' || n, '', 'kept' || n % 3, NULL, 'kept' || n, '' FROM generate_series(1, 500) n;
INSERT INTO simiao.patient_name_part SELECT 'kept' || n, CAST(md5(n || 'p') AS uuid), 'MAIN' FROM generate_series(1, 500) n;
INSERT INTO simiao.allergy_intolerance (id, site, version, recorded_at, recorded_by, patient, substance, substance_en, substance_class,
                                        criticality, reaction, row_hash)
SELECT CAST(md5(n || 'a') AS uuid), 'MAIN', 1, now(), CAST(md5('x') AS uuid), CAST(md5(n || 'p') AS uuid), 'kept' || n % 9, '', '', '', '', ''
FROM generate_series(1, 500) n;
INSERT INTO simiao.charge_item
SELECT CAST(md5(n || 'c') AS uuid), 'MAIN', 1, now(), CAST(md5('x') AS uuid), CAST(md5(n || 'p') AS uuid),
       '00000000-0000-0000-0000-000000000000', 'kind', NULL, NULL, 'kept' || n % 9, 1, '', 1, '' FROM generate_series(1, 500) n;
INSERT INTO simiao.audit_event (workstation, sequence, event, previous, hash, act, agent, patient, outcome)
SELECT 'DESK-7', n, 'kept' || n, '', '', 'patient.read', '', NULL, 'success' FROM generate_series(1, 500) n;
ANALYZE)"_s);
        QVERIFY2(!made.contains("ERROR"_L1), qPrintable(made));
        const auto with = [&column](const QString &how) { return column + how; };
        // What stands there, and what does not.
        QCOMPARE(estimates(view, {with(u" = 'kept1'"_s), with(u" = 'nowhere'"_s)}).size(), 1);
        QCOMPARE(estimates(view, {with(u" < 'a'"_s), with(u" < 'kept3'"_s), with(u" < 'z'"_s)}).size(), 1);
        QCOMPARE(estimates(view, {with(u" LIKE '%ept%'"_s), with(u" LIKE '%oth%'"_s)}).size(), 1);
        QCOMPARE(estimates(view, {with(u" ~ 'ept'"_s), with(u" ~ 'oth'"_s)}).size(), 1);
        QCOMPARE(estimates(view, {u"length(%1) = 5"_s.arg(column), u"length(%1) = 77"_s.arg(column)}).size(),
                 1);
    }

    // A desk's log-in in psql and somebody signed in there see what the program shows to her role, and nothing of a restricted patient.
    void eachRoleIsShownItsOwn_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QStringList>("shown");
        const QStringList desk{u"allergy_intolerance"_s, u"appointment"_s, u"encounter"_s, u"observation"_s,
                               u"task"_s};
        const QStringList bills{u"charge_item"_s, u"invoice"_s};
        const QStringList orders{u"medication_request"_s, u"prescription"_s};
        QTest::newRow("registrar") << u"registrar"_s << desk;
        QTest::newRow("nurse") << u"nurse"_s << desk;
        QTest::newRow("cashier") << u"cashier"_s << desk + bills + orders;
        QTest::newRow("pharmacist") << u"pharmacist"_s
                                    << desk + orders
                + QStringList{u"condition"_s, u"medication_dispense"_s, u"medication_statement"_s};
        QTest::newRow("physician") << u"physician"_s
                                   << desk + bills + orders
                + QStringList{u"composition"_s, u"condition"_s, u"imaging_study"_s,
                              u"medication_statement"_s};
        QTest::newRow("administrator") << u"administrator"_s << QStringList();
        QTest::newRow("nobody") << QString() << QStringList();
    }

    void eachRoleIsShownItsOwn()
    {
        QFETCH(const QString, role);
        QFETCH(QStringList, shown);
        shown.sort();
        const auto patient = m_world.context.newId<administration::Patient>().toString();
        const auto made = asKeeper(uR"(
INSERT INTO simiao.account (id, site, version, recorded_at, recorded_by, login_name, name, name_en, title, roles, department, password_hash,
                            status, row_hash)
VALUES (CAST(md5('me') AS uuid), '', 1, now(), CAST(md5('me') AS uuid), 'me', '', '', '', '["%1"]', '%2', '', 'active', '');
INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until)
VALUES (sha256('%1'), CAST(md5('me') AS uuid), 'desk_1', 'DESK-1', 'infinity');
SELECT simiao.make_probe_rows('%3');
UPDATE simiao.encounter SET period_start = '2020-01-01')"_s.arg(role, m_world.department.id.toString(),
                                                                patient));
        QVERIFY2(!made.contains("ERROR"_L1), qPrintable(made));
        const auto seen = [&] {
            QStringList parts;
            for (const auto &table :
                 {u"allergy_intolerance"_s, u"appointment"_s, u"charge_item"_s, u"composition"_s,
                  u"condition"_s, u"encounter"_s, u"imaging_study"_s, u"invoice"_s, u"medication_dispense"_s,
                  u"medication_request"_s, u"medication_statement"_s, u"observation"_s, u"prescription"_s,
                  u"task"_s})
                parts += u"SELECT '%1' AS name FROM simiao_api.%1 WHERE patient = '%2'"_s.arg(table, patient);
            return asDesk(u"SELECT name FROM (%1) x ORDER BY name"_s.arg(parts.join(u" UNION ALL "_s)), role)
                .split(u'\n', Qt::SkipEmptyParts)
                .mid(role.isEmpty() ? 0 : 1); // behind what set_config says
        };
        QCOMPARE(seen(), shown);

        asKeeper(u"UPDATE simiao.patient SET confidentiality = 'R' WHERE id = '%1'"_s.arg(patient));
        QCOMPARE(seen(), QStringList());

        asKeeper(u"INSERT INTO simiao.broken_glass VALUES (CAST(md5('me') AS uuid), '%1')"_s.arg(patient));
        QCOMPARE(seen(), shown);

        asKeeper(u"DELETE FROM simiao.broken_glass; UPDATE simiao.encounter SET department = '%1'"_s.arg(
            m_world.department.id.toString()));
        QCOMPARE(seen(), shown);
    }

    // What looks at a row before the row's condition does would tell of it by an error.
    void rowsThatAreNotShownAreNotLookedAt()
    {
        const auto patient = m_world.context.newId<administration::Patient>().toString();
        asKeeper(
            u"SELECT simiao.make_probe_rows('%1'); UPDATE simiao.patient SET confidentiality = 'R'"_s.arg(
                patient));
        asKeeper(
            uR"(INSERT INTO simiao.account SELECT CAST(md5('me') AS uuid), '', 1, now(), id, 'me', '', '', '', '["physician"]', NULL, '',
'active', NULL, '' FROM simiao.patient LIMIT 1;
INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until)
VALUES (sha256('physician'), CAST(md5('me') AS uuid), 'desk_1', 'DESK-1', 'infinity'))"_s);
        QCOMPARE(
            asDesk(
                u"SELECT count(*) FROM simiao_api.medication_request WHERE 1 / length(medication_name) = 0"_s,
                u"physician"_s)
                .section(u'\n', -1),
            u"0"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresShown)
#include "test_postgres_shown.moc"
