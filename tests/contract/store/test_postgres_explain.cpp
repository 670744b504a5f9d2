#include "contract/store/captured_commands.h"

#include <QRegularExpression>

namespace simiao::test {

// What EXPLAIN ANALYZE says of a row that somebody is not shown is the same whatever stands in it: it tells which conditions were tried, and a condition of hers that
// came before the policy was read off, letter by letter.
class TestPostgresExplain : public CapturedCommands
{
    Q_OBJECT

private:
    struct Column
    {
        QString view, name;
        QString stands;  ///< what is in the row
        QString another; ///< what is not
    };

    /// Of the views that have a policy, but for keys by which rows are looked for, where something stands in the column.
    std::vector<Column> columns()
    {
        const auto listed = m_server.psql(
            u"SELECT c.relname, a.attname, CASE format_type(a.atttypid, NULL) WHEN 'uuid' THEN "
            u"md5('another') WHEN 'bigint' THEN '424242' "
            "WHEN 'date' THEN '2001-02-03' WHEN 'timestamp with time zone' THEN '2001-02-03' WHEN 'bytea' "
            "THEN '\\x00' ELSE 'another' END "
            "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE c.relnamespace = to_regnamespace('simiao_api') AND c.relkind = 'v' AND a.attnum > 0 AND "
            "a.atttypid <> to_regtype('boolean') "
            "AND c.relname <> 'schema_version' AND simiao.row_filter(CAST(c.relname AS text)) IS NOT NULL "
            "AND simiao.behind_policy(c.relname, a.attname, format_type(a.atttypid, NULL)) IS NOT NULL "
            "ORDER BY 1, 2"_s,
            m_database);
        std::vector<Column> found;
        for (const auto &line : listed.split(u'\n', Qt::SkipEmptyParts)) {
            const auto parts = line.split(u'|');
            found.push_back({parts[0], parts[1], {}, parts[2]});
        }
        QString asking;
        for (const auto &column : found)
            asking += u"SELECT coalesce((SELECT '=' || CAST(%1 AS text) FROM simiao.%2 LIMIT 1), '-');"_s.arg(
                column.name, column.view);
        const auto answers = m_server.psql(asking, m_database).split(u'\n');
        std::erase_if(found, [&, i = 0](Column &column) mutable {
            const auto answer = answers.value(i++);
            column.stands = answer.mid(1);
            return !answer.startsWith(u'=');
        });
        return found;
    }

    /// What a desk's log-in is told of each of these conditions, without the value that she asks for.
    QStringList plansOf(const QString &token, const std::vector<Column> &columns, QString Column::*value)
    {
        QString asking =
            u"SET jit = off; SET enable_seqscan = off; SELECT set_config('simiao.session', '%1', false);"_s
                .arg(token);
        for (const auto &column : columns)
            asking +=
                u"SELECT '==='; EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT 1 FROM simiao_api.%1 WHERE %2 = '%3';"_s
                    .arg(column.view, column.name, QString(column.*value).replace(u'\'', u"''"_s));
        auto told =
            PostgresServer::psqlAs(m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database), asking);
        static const QRegularExpression literal(u"= '[^']*'::[a-z ]+"_s);
        return told.remove(literal).split("===\n"_L1).mid(1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        openAnother();
        // A row of each table that only some are shown, all of the restricted patient; and nothing else in these.
        m_server.psql(u"SET session_replication_role = replica;"
                      "DELETE FROM simiao.encounter; DELETE FROM simiao.patient; DELETE FROM simiao.task;"
                      "SELECT simiao.make_probe_rows('%1');"
                      "UPDATE simiao.patient SET confidentiality = 'R'"_s.arg(m_restricted.id.toString()),
                      m_database);
        // What may be empty holds something too, where no rule is against it.
        m_server.psql(u"SET session_replication_role = replica; DO $$ DECLARE c record; BEGIN FOR c IN "
                      u"SELECT * FROM information_schema.columns "
                      "WHERE table_schema = 'simiao' AND table_name IN (SELECT table_name FROM "
                      "simiao.read_rule) AND is_nullable = 'YES' LOOP BEGIN "
                      "EXECUTE format('UPDATE simiao.%I SET %2$I = %3$L WHERE %2$I IS NULL', c.table_name, "
                      "c.column_name, "
                      "CASE c.data_type WHEN 'uuid' THEN md5('x') WHEN 'bigint' THEN '1' WHEN 'text' THEN "
                      "'x' ELSE '2002-01-01' END); "
                      "EXCEPTION WHEN check_violation THEN NULL; END; END LOOP; END $$"_s,
                      m_database);
        m_server.psql(u"VACUUM"_s,
                      m_database); // else the first who looks passes dead rows, which EXPLAIN counts
        QCOMPARE(rowsOf(u"condition"_s), u"1"_s);
        QCOMPARE(rowsOf(u"restricted_patient"_s), u"1"_s);
    }

    void planTellsNothingOfARow_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("who treats her not") << u"physician"_s;
        QTest::newRow("nobody signed in") << QString();
    }

    void planTellsNothingOfARow()
    {
        QFETCH(const QString, token);
        std::vector<Column> hidden;
        // These rows are not the restricted record's, or one's own.
        const QStringList shown{u"patient"_s, u"audit_event"_s, u"invoice_line"_s, u"open_charge"_s};
        for (const auto &column : columns())
            if (token.isEmpty() || !shown.contains(column.view))
                hidden.push_back(column);
        QVERIFY(hidden.size() > 100);
        const auto matching = plansOf(token, hidden, &Column::stands);
        const auto others = plansOf(token, hidden, &Column::another);
        QCOMPARE(matching.size(), qsizetype(hidden.size()));
        QCOMPARE(others.size(), matching.size());
        for (qsizetype i = 0; i < matching.size(); ++i) {
            QVERIFY2(matching[i].contains("actual rows="_L1), qPrintable(matching[i]));
            QVERIFY2(matching[i] == others[i],
                     qPrintable(u"%1.%2\n%3\n%4"_s.arg(hidden[std::size_t(i)].view,
                                                       hidden[std::size_t(i)].name, matching[i], others[i])));
        }
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresExplain)
#include "test_postgres_explain.moc"
