#include "terminology/icd10_file.h"

#include <QFile>
#include <QTest>

using namespace simiao;
using namespace simiao::terminology;
using namespace Qt::StringLiterals;

namespace {

/// "code<TAB>disease", then "A00<TAB>霍乱", in GB18030.
const QByteArray kGb18030 = "code\tdisease\r\nA00\t\xbb\xf4\xc2\xd2\r\n";

Icd10Reject onlyReject(const QByteArray &line)
{
    const auto file = parseIcd10("code,disease\nA00,\xe9\x9c\x8d\xe4\xb9\xb1\n" + line);
    return file && file->rejects.size() == 1 ? file->rejects.front() : Icd10Reject();
}

} // namespace

class TestIcd10File : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTabSeparatedUtf8()
    {
        const auto file = parseIcd10(
            u"code\tdisease\nA17+\t神经系统的结核\nA05\t其他食物中毒,不可归类\n\nD63*\t贫血"_s.toUtf8());

        QVERIFY(file);
        QCOMPARE(file->encoding, TextEncoding::Utf8);
        QCOMPARE(file->delimiter, u'\t');
        QCOMPARE(file->rows,
                 (std::vector<Icd10Row>{{2, u"A17+"_s, u"神经系统的结核"_s},
                                        {3, u"A05"_s, u"其他食物中毒,不可归类"_s},
                                        {5, u"D63*"_s, u"贫血"_s}}));
        QVERIFY(file->rejects.empty());
    }

    void readsCommasWithQuotedNames()
    {
        const auto file = parseIcd10(
            u"\ufeffCode,Disease\r\nA05,\"食物中毒, \"\"其他\"\"\"\r\nI10.x00x002 , 高血压 \r\n"_s.toUtf8());

        QVERIFY(file);
        QCOMPARE(file->delimiter, u',');
        QCOMPARE(file->rows,
                 (std::vector<Icd10Row>{{2, u"A05"_s, u"食物中毒, \"其他\""_s},
                                        {3, u"I10.x00x002"_s, u"高血压"_s}}));
    }

    void findsGb18030ByItself()
    {
        const auto file = parseIcd10(kGb18030);

        QVERIFY(file);
        QCOMPARE(encodingName(file->encoding), u"GB18030"_s);
        QCOMPARE(file->rows, (std::vector<Icd10Row>{{2, u"A00"_s, u"霍乱"_s}}));
    }

    void listsEachRejectByRowAndReason_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Icd10Reject>("expected");
        QTest::newRow("code shape") << QByteArray("a01,x")
                                    << Icd10Reject{3, u"import.code-shape"_s, u"a01"_s};
        QTest::newRow("no code") << QByteArray(",x") << Icd10Reject{3, u"import.code-shape"_s, {}};
        QTest::newRow("no name") << QByteArray("A01, ") << Icd10Reject{3, u"import.name-empty"_s, u"A01"_s};
        QTest::newRow("twice") << QByteArray("A00,x") << Icd10Reject{3, u"import.duplicate"_s, u"2"_s};
        QTest::newRow("one field") << QByteArray("A01") << Icd10Reject{3, u"import.field-count"_s, u"1"_s};
        QTest::newRow("bare comma") << QByteArray("A01,x,y")
                                    << Icd10Reject{3, u"import.field-count"_s, u"3"_s};
        QTest::newRow("open quote") << QByteArray("A01,\"x") << Icd10Reject{3, u"import.quote"_s, {}};
        QTest::newRow("NUL") << QByteArray("A01,x\0y", 7) << Icd10Reject{3, u"import.text"_s, u"5"_s};
    }
    void listsEachRejectByRowAndReason()
    {
        QFETCH(const QByteArray, line);
        QTEST(onlyReject(line), "expected");
    }

    void refusesAFileThatIsNoList_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << u"import.header"_s;
        QTest::newRow("other header") << QByteArray("name\tcode\n") << u"import.header"_s;
        QTest::newRow("header only") << QByteArray("code\tdisease\n") << u"import.empty"_s;
        QTest::newRow("neither encoding")
            << QByteArray("code\tdisease\nA00\t\xff\xff\n") << u"import.encoding"_s;
        QTest::newRow("cut in a character") << kGb18030.first(kGb18030.size() - 3) << u"import.encoding"_s;
    }
    void refusesAFileThatIsNoList()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);
        const auto file = parseIcd10(bytes);
        QVERIFY(!file);
        QCOMPARE(file.error().code, code);
    }

    void anyFlippedByteIsReadOrRefused()
    {
        for (qsizetype i = 0; i < kGb18030.size(); ++i) {
            for (int value = 0; value < 256; ++value) {
                QByteArray bytes = kGb18030;
                bytes[i] = char(value);
                const auto file = parseIcd10(bytes);
                QVERIFY(!file || file->rows.size() + file->rejects.size() <= 2);
            }
        }
    }

    void theSharedListHasNoRejects()
    {
        QFile list(qEnvironmentVariable("SIMIAO_SHARED") + u"/terminology/icd10-cn/disease.csv"_s);
        if (!list.open(QIODevice::ReadOnly))
            QSKIP("no shared terminology here");

        const auto file = parseIcd10(list.readAll());

        QVERIFY(file);
        QCOMPARE(file->rejects, std::vector<Icd10Reject>{});
        QCOMPARE(file->rows.size(), 1586u);
        QCOMPARE(file->delimiter, u'\t');
    }
};

Q_DECLARE_METATYPE(Icd10Reject)

QTEST_GUILESS_MAIN(TestIcd10File)
#include "test_icd10_file.moc"
