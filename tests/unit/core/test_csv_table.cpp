#include "core/csv_table.h"

#include <QTest>

namespace simiao {

using namespace Qt::StringLiterals;

namespace {

/// "code,name", then "RESP,呼吸内科", in GB18030.
const QByteArray kGb18030 = "code,name\r\nRESP,\xba\xf4\xce\xfc\xc4\xda\xbf\xc6\r\n";

QString refusal(const Result<void> &result)
{
    return result ? QString() : result.error().code + u' ' + result.error().detail;
}

} // namespace

class TestCsvTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCommasWithQuotedFields()
    {
        const auto table =
            parseCsv(u"\ufeffCode, Name \r\n A1 ,\"5\"\" tube, long\"\r\nB2,=1+1|'; --\r\n"_s.toUtf8());

        QVERIFY(table);
        QCOMPARE(table->delimiter, u',');
        QCOMPARE(table->encoding, TextEncoding::Utf8);
        QCOMPARE(table->columns, (QStringList{u"code"_s, u"name"_s}));
        QCOMPARE(table->rows,
                 (std::vector<CsvRow>{{2, {u"A1"_s, u"5\" tube, long"_s}}, {3, {u"B2"_s, u"=1+1|'; --"_s}}}));
        QVERIFY(table->rejects.empty());
    }

    void quotesAreLettersBetweenTabs()
    {
        const auto table = parseCsv("code\tname\nA1\t5\" tube, long\n");

        QVERIFY(table);
        QCOMPARE(table->delimiter, u'\t');
        QCOMPARE(table->rows, (std::vector<CsvRow>{{2, {u"A1"_s, u"5\" tube, long"_s}}}));
    }

    void findsGb18030ByItself()
    {
        const auto table = parseCsv(kGb18030);

        QVERIFY(table);
        QCOMPARE(encodingName(table->encoding), u"GB18030"_s);
        QCOMPARE(table->rows.front().fields.last(), u"呼吸内科"_s);
    }

    void emptyLinesAreNoRows()
    {
        const auto table = parseCsv("code,name\n\nA1,x\n,\n , ,\n\r\nB2,y");

        QVERIFY(table);
        QVERIFY(table->rejects.empty());
        QCOMPARE(table->rows.size(), 2U);
        QCOMPARE(table->rows.back().row, 7);
    }

    void fieldsAreFoundByTheirColumn()
    {
        const auto table = parseCsv("name,code\nx,A1\n");

        QVERIFY(table);
        QCOMPARE(table->field(table->rows.front(), u"code"_s), u"A1"_s);
        QCOMPARE(table->field(table->rows.front(), u"room"_s), QString());
    }

    void listsLinesThatAreNoRows_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("detail");
        QTest::newRow("one field") << QByteArray("A1") << u"import.field-count"_s << u"1"_s;
        QTest::newRow("bare comma") << QByteArray("A1,x,y") << u"import.field-count"_s << u"3"_s;
        QTest::newRow("open quote") << QByteArray("A1,\"x") << u"import.quote"_s << QString();
        QTest::newRow("NUL") << QByteArray("A1,x\0y", 6) << u"import.text"_s << u"4"_s;
    }
    void listsLinesThatAreNoRows()
    {
        QFETCH(QByteArray, line);

        const auto table = parseCsv("code,name\nA0,x\n" + line + "\nA2,y\n");

        QVERIFY(table);
        QCOMPARE(table->rows.size(), 2U);
        QCOMPARE(table->rejects.size(), 1U);
        QCOMPARE(table->rejects.front().row, 3);
        QTEST(table->rejects.front().reason, "reason");
        QTEST(table->rejects.front().detail, "detail");
    }

    void aLineBreakInsideQuotesIsRefusedNotGuessed()
    {
        const auto table = parseCsv("code,name\nA1,\"one\ntwo\"\nA2,y\n");

        QVERIFY(table);
        QCOMPARE(table->rows, (std::vector<CsvRow>{{4, {u"A2"_s, u"y"_s}}}));
        QCOMPARE(table->rejects.size(), 2U);
        QCOMPARE(table->rejects.front(), (CsvReject{2, u"import.quote"_s, {}}));
    }

    void refusesWhatIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        QTest::newRow("nothing") << QByteArray() << u"import.empty"_s << QString();
        QTest::newRow("header only") << QByteArray("code,name\n\n") << u"import.empty"_s << QString();
        QTest::newRow("column twice")
            << QByteArray("code,name,CODE\na,b,c\n") << u"import.column-double"_s << u"code"_s;
        QTest::newRow("open quote in the header")
            << QByteArray("code,\"name\na,b\n") << u"import.header"_s << u"code,\"name"_s;
        QTest::newRow("neither encoding")
            << QByteArray("code,name\na,\xff\xff\n") << u"import.encoding"_s << u"2"_s;
        QTest::newRow("cut in a character") << kGb18030.chopped(3) << u"import.encoding"_s << u"2"_s;
        QTest::newRow("broken sequence in the middle")
            << kGb18030 + "A1,\x81\x30\x81\nA2," + kGb18030.sliced(16, 8) + '\n'
            << u"import.encoding"_s << u"3"_s;
        QTest::newRow("UTF-8 below GB18030")
            << kGb18030 + u"A1,心血管内科\n"_s.toUtf8() << u"import.encoding-mixed"_s << u"3"_s;
        QTest::newRow("GB18030 below UTF-8") << u"code,name\nA1,心血管内科\n"_s.toUtf8() + kGb18030.sliced(11)
                                             << u"import.encoding-mixed"_s << u"3"_s;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "c\0o\0d\0e\0",
                                              10)
                                << u"import.encoding"_s << u"1"_s;
    }
    void refusesWhatIsNoTable()
    {
        QFETCH(QByteArray, bytes);
        const auto table = parseCsv(bytes);
        QVERIFY(!table);
        QTEST(table.error().code, "code");
        QTEST(table.error().detail, "detail");
    }

    void namesTheColumnsThatDoNotFit()
    {
        const auto table = parseCsv("name,rom,code,\nx,y,z,\n");
        QVERIFY(table);

        QCOMPARE(refusal(checkColumns(*table, {u"code"_s, u"name"_s, u"rom"_s, u"#4"_s})), QString());
        QCOMPARE(refusal(checkColumns(*table, {u"code"_s, u"name"_s, u"room"_s, u"fee"_s})),
                 u"import.column-missing room, fee"_s);
        QCOMPARE(refusal(checkColumns(*table, {u"code"_s, u"name"_s})), u"import.column-unknown rom, #4"_s);
    }

    /// A character of GB18030 that is UTF-8 too: no reason to doubt the file.
    void aShortWordThatFitsBothIsNoMixture()
    {
        const auto table = parseCsv(kGb18030 + "A1,\xc2\xa3\n");
        QVERIFY(table);
        QCOMPARE(table->rows.back().fields.back(), u"拢"_s);
    }

    void aMarkAtTheBeginningIsNoName()
    {
        const auto table = parseCsv("\xef\xbb\xbf"
                                    "code,name\nA1,x\n");
        QVERIFY(table);
        QCOMPARE(table->columns.front(), u"code"_s);
    }

    void aLineWithoutAnEndIsARejectNotAMemory()
    {
        const auto table = parseCsv("code,name\nA1,x\nA2," + QByteArray(2 << 20, 'y') + "\nA3,z\n");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 2U);
        QCOMPARE(table->rejects, (std::vector<CsvReject>{{3, u"import.line-too-long"_s, u"1048576"_s}}));
    }

    void aFileThatIsTooLargeIsNotRead()
    {
        const auto table = parseCsv(QByteArray(kMostTextBytes + 1, 'x'));
        QVERIFY(!table);
        QCOMPARE(table.error().code, u"import.too-large"_s);
    }

    void anyFlippedByteIsReadOrRefused()
    {
        for (qsizetype i = 0; i < kGb18030.size(); ++i) {
            for (int value = 0; value < 256; ++value) {
                QByteArray bytes = kGb18030;
                bytes[i] = char(value);
                const auto table = parseCsv(bytes);
                QVERIFY(!table || table->rows.size() + table->rejects.size() <= 2);
            }
        }
    }
};

} // namespace simiao

QTEST_GUILESS_MAIN(simiao::TestCsvTable)
#include "test_csv_table.moc"
