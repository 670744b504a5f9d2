#include "admin/models/csv.h"
#include "core/csv_table.h"
#include "support/hostile_texts.h"

#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

/// What a spreadsheet makes of a file that was written for people.
class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCellIsAFormula()
    {
        for (const auto &hostile : test::hostileTexts()) {
            const QString row = QString::fromUtf8(admin::csvRow({hostile.text}));
            const QString cell = row.startsWith(u'"') ? row.sliced(1) : row;
            QVERIFY2(!u"=+-@\t\r\n＝＋－＠"_s.contains(cell.front()), qPrintable(hostile.name));
        }
    }

    void whatIsNoFormulaStaysAsItIs()
    {
        for (const auto &hostile : test::hostileTexts()) {
            if (hostile.text.contains(u'\n') || hostile.name.startsWith(u"formula"_s))
                continue;
            const auto table = parseCsv("a,b\r\n" + admin::csvRow({u"x"_s, u"x"_s + hostile.text}));
            QVERIFY2(table, qPrintable(hostile.name));
            QCOMPARE(table->rows.front().fields.last(), (u"x"_s + hostile.text).trimmed());
        }
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
