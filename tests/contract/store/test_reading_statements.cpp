#include "contract/store/statement_table.h"

#include <limits>

namespace simiao::test {

using namespace Qt::StringLiterals;
using storage::Cursor;
using storage::ReadingStatement;

/// Every way to read gives the same.
class TestReadingStatements : public QObject
{
    Q_OBJECT

    struct Kept
    {
        const char *name;
        StorageKind kind;
        Scalar value;
    };
    static std::vector<Kept> kept()
    {
        return {{"nothing", StorageKind::Text, Scalar{}},
                {"number", StorageKind::Integer, Scalar{qint64(-7)}},
                {"greatest", StorageKind::Money, Scalar{std::numeric_limits<qint64>::max()}},
                {"empty text", StorageKind::Text, Scalar{u""_s}},
                {"Chinese", StorageKind::Text, Scalar{u"发热3天𠮷"_s}},
                {"long", StorageKind::Document, Scalar{QString(300'000, u'咳')}},
                {"decimal", StorageKind::Decimal, Scalar{u"18.90"_s}},
                {"id", StorageKind::Id, Scalar{QByteArray("\0\xff\x01 0123456789ab", 16)}}};
    }

    static std::unique_ptr<ReadingStatement> selecting(const StatementTable &table, const QString &sql)
    {
        return StatementTable::must(table.reading(sql, {u"id"_s}));
    }

private Q_SLOTS:
    void givesEachValueAsItWasWritten_data() { eachWay(); }
    void givesEachValueAsItWasWritten()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto insert = table.inserting();
        const auto select = selecting(table, u"SELECT id, a FROM t WHERE id = :id"_s);
        qint64 id = 0;
        for (const auto &[name, kind, value] : kept()) {
            QVERIFY(StatementTable::write(*insert, {++id, value, Scalar{}}));
            const Row wanted{id};

            QVERIFY2(select->run(StatementTable::bound(wanted)), name);
            const Cursor row(select.get());

            QVERIFY2(row->next().value(), name);
            QCOMPARE(row->integer(0), id);
            QVERIFY2(row->value(1, kind).value() == value, name);
            QVERIFY2(!row->next().value(), name);
            QVERIFY2(!row->next().value(), name);
        }
    }

    void namesItsColumns_data() { eachWay(); }
    void namesItsColumns()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto select = selecting(table, u"SELECT b, a AS first FROM t WHERE id = :id"_s);
        const Row wanted{qint64(1)};
        QVERIFY(select->run(StatementTable::bound(wanted)));

        QCOMPARE(select->columnOf(u"b"_s), 0);
        QCOMPARE(select->columnOf(u"first"_s), 1);
        QCOMPARE(select->columnOf(u"id"_s), -1);
    }

    void textWhereANumberIsWantedIsNoNumber_data() { eachWay(); }
    void textWhereANumberIsWantedIsNoNumber()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        QVERIFY(StatementTable::write(*table.inserting(), {qint64(1), u"seven"_s, Scalar{}}));
        const auto select = selecting(table, u"SELECT a FROM t WHERE id = :id"_s);
        const Row wanted{qint64(1)};
        QVERIFY(select->run(StatementTable::bound(wanted)));
        const Cursor row(select.get());
        QVERIFY(row->next().value());

        QCOMPARE(row->value(0, StorageKind::Integer).error().code, u"row.value"_s);
    }

    /// Who asks need not keep what was asked for until the last row.
    void whatWasAskedForMayGoWhileRowsAreRead_data() { eachWay(); }
    void whatWasAskedForMayGoWhileRowsAreRead()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto insert = table.inserting();
        for (qint64 id = 1; id <= 50; ++id)
            QVERIFY(StatementTable::write(*insert, {id, QByteArray(16, char(id % 2)), Scalar{}}));
        const auto select = selecting(table, u"SELECT id FROM t WHERE +a = :id ORDER BY id"_s);
        {
            auto wanted = std::make_unique<Row>(Row{QByteArray(16, char(1))});
            QVERIFY(select->run(StatementTable::bound(*wanted)));
            std::get<QByteArray>(wanted->front()).fill('x');
        }
        const Cursor row(select.get());
        int rows = 0;
        while (row->next().value())
            ++rows;

        QCOMPARE(rows, 25);
    }

    void oneThatWasLeftInTheMiddleBeginsAgain_data() { eachWay(); }
    void oneThatWasLeftInTheMiddleBeginsAgain()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto insert = table.inserting();
        for (qint64 id = 1; id <= 3; ++id)
            QVERIFY(StatementTable::write(*insert, {id, Scalar{}, Scalar{}}));
        const auto select = selecting(table, u"SELECT id FROM t WHERE id >= :id ORDER BY id"_s);
        const Row all{qint64(1)};
        QVERIFY(select->run(StatementTable::bound(all)));
        {
            const Cursor row(select.get());
            QVERIFY(row->next().value());
            QVERIFY(row->next().value());
        }
        QVERIFY(StatementTable::write(*insert, {qint64(4), Scalar{}, Scalar{}}));
        const Row last{qint64(4)};

        QVERIFY(select->run(StatementTable::bound(last)));
        const Cursor row(select.get());

        QVERIFY(row->next().value());
        QCOMPARE(row->integer(0), 4);
        QVERIFY(!row->next().value());
    }

    void statementThatWritesAndTellsIsDoneOnce_data() { eachWay(); }
    void statementThatWritesAndTellsIsDoneOnce()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        QVERIFY(StatementTable::write(*table.inserting(), {qint64(1), qint64(5), Scalar{}}));
        const auto count = selecting(table, u"UPDATE t SET a = a + 1 WHERE id = :id RETURNING a"_s);
        const Row wanted{qint64(1)};
        for (const qint64 expected : {6, 7}) {
            QVERIFY(count->run(StatementTable::bound(wanted)));
            const Cursor row(count.get());
            QVERIFY(row->next().value());
            QCOMPARE(row->integer(0), expected);
        }

        QCOMPARE(table.read(u"SELECT a FROM t"_s), QStringList{u"7"_s});
    }

    void wordsThatAreNoStatementAreRefused_data() { eachWay(); }
    void wordsThatAreNoStatementAreRefused()
    {
        QFETCH(Way, way);
        const StatementTable table(way);

        QCOMPARE(table.reading(u"SELECT x FROM nowhere"_s, {}).error().code, u"store.statement"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestReadingStatements)
#include "test_reading_statements.moc"
