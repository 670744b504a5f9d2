#include "contract/store/statement_table.h"

#include <limits>

Q_DECLARE_METATYPE(simiao::Scalar)

namespace simiao::test {

using namespace Qt::StringLiterals;

/// Every way to write does the same.
class TestWritingStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachValueAsItIs_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<Scalar>("value");
        QTest::addColumn<QString>("stored"); // type and bytes
        const std::vector<std::tuple<const char *, Scalar, QString>> values{
            {"nothing", Scalar{}, u"null "_s},
            {"zero", Scalar{qint64(0)}, u"integer 30"_s},
            {"least", Scalar{std::numeric_limits<qint64>::min()},
             u"integer 2D39323233333732303336383534373735383038"_s},
            {"no text", Scalar{QString()}, u"text "_s},
            {"empty text", Scalar{u""_s}, u"text "_s},
            {"text", Scalar{u"it's \"so\"\n"_s}, u"text 697427732022736F220A"_s},
            {"Chinese", Scalar{u"发热3天"_s}, u"text E58F91E783AD33E5A4A9"_s},
            {"pair of surrogates", Scalar{u"𠮷"_s}, u"text F0A0AEB7"_s},
            {"bytes", Scalar{QByteArray("\0\xff\x01", 3)}, u"blob 00FF01"_s},
            {"no bytes", Scalar{QByteArray()}, u"null "_s},
        };
        for (const auto &[name, value, stored] : values) {
            QTest::addRow("QtSql, %s", name) << withQtSql() << value << stored;
            QTest::addRow("SQLite, %s", name) << withSqlite() << value << stored;
        }
    }
    void keepsEachValueAsItIs()
    {
        QFETCH(Way, way);
        QFETCH(Scalar, value);
        const StatementTable table(way);
        const auto insert = table.inserting();

        QCOMPARE(StatementTable::write(*insert, {qint64(1), value, Scalar{}}).value(), 1);

        QTEST(table.read(u"SELECT typeof(a) || ' ' || hex(a) FROM t"_s).value(0), "stored");
    }

    void longTextsOfOneRowStayApart_data() { eachWay(); }
    void longTextsOfOneRowStayApart()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto insert = table.inserting();
        const QString first(300'000, u'咳');
        const QString second = QString(500'000, u'a') + u'嗽';

        QVERIFY(StatementTable::write(*insert, {qint64(1), u"short"_s, Scalar{}}));
        QVERIFY(StatementTable::write(*insert, {qint64(2), first, second}));

        QCOMPARE(table.read(u"SELECT a FROM t WHERE id = 2"_s), QStringList{first});
        QCOMPARE(table.read(u"SELECT b FROM t WHERE id = 2"_s), QStringList{second});
        QCOMPARE(table.read(u"SELECT a FROM t WHERE id = 1"_s), QStringList{u"short"_s});
    }

    void tellsHowManyRowsItWrote_data() { eachWay(); }
    void tellsHowManyRowsItWrote()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto insert = table.inserting();
        for (qint64 id = 1; id <= 3; ++id)
            QVERIFY(StatementTable::write(*insert, {id, u"old"_s, Scalar{}}));
        const auto update =
            StatementTable::must(table.writing(u"UPDATE t SET a = :a WHERE id >= :id"_s, {u"a"_s, u"id"_s}));

        QCOMPARE(StatementTable::write(*update, {u"new"_s, qint64(2)}).value(), 2);
        QCOMPARE(StatementTable::write(*update, {u"new"_s, qint64(9)}).value(), 0);
        QCOMPARE(table.read(u"SELECT a FROM t ORDER BY id"_s), (QStringList{u"old"_s, u"new"_s, u"new"_s}));
    }

    void parameterThatStandsTwiceIsGivenOnce_data() { eachWay(); }
    void parameterThatStandsTwiceIsGivenOnce()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto insert = StatementTable::must(
            table.writing(u"INSERT INTO t (id, a, b) VALUES (:id, :a, :id)"_s, {u"id"_s, u"a"_s}));

        QVERIFY(StatementTable::write(*insert, {qint64(7), u"x"_s}));

        QCOMPARE(table.read(u"SELECT id || a || b FROM t"_s), QStringList{u"7x7"_s});
    }

    void refusalIsNamedAndTheNextRunGoesThrough_data() { eachWay(); }
    void refusalIsNamedAndTheNextRunGoesThrough()
    {
        QFETCH(Way, way);
        const StatementTable table(way);
        const auto insert = table.inserting();
        QVERIFY(StatementTable::write(*insert, {qint64(1), Scalar{}, u"one"_s}));

        const auto refused = StatementTable::write(*insert, {qint64(2), Scalar{}, u"one"_s});

        QCOMPARE(refused.error().code, u"store.unique"_s);
        QCOMPARE(refused.error().detail, u"t.b"_s);
        QVERIFY(StatementTable::write(*insert, {qint64(2), Scalar{}, u"two"_s}));
        QCOMPARE(table.read(u"SELECT count(*) FROM t"_s), QStringList{u"2"_s});
    }

    void wordsThatAreNoStatementAreRefused_data() { eachWay(); }
    void wordsThatAreNoStatementAreRefused()
    {
        QFETCH(Way, way);
        const StatementTable table(way);

        QCOMPARE(table.writing(u"INSERT INTO nowhere VALUES (1)"_s, {}).error().code, u"store.statement"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestWritingStatements)
#include "test_writing_statements.moc"
