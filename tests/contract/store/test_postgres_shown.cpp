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
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresShown)
#include "test_postgres_shown.moc"
