#include "core/json.h"

#include <QTest>

using namespace simiao;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersKeepTheirLexeme()
    {
        const QByteArray text = R"({"price":18.90,"big":123456789012345678901234567890,"e":1.0E+2,"n":-7})";
        const auto parsed = Json::parse(text);
        QVERIFY(parsed);
        QCOMPARE((*parsed)[QStringLiteral("price")].lexeme(), QStringLiteral("18.90"));
        QCOMPARE(parsed->canonical(),
                 R"({"big":123456789012345678901234567890,"e":1.0E+2,"n":-7,"price":18.90})");
    }

    void keysAreOrderedByCodeUnit()
    {
        // RFC 8785, section 3.2.3: the order of UTF-16 code units, not of code points.
        const QByteArray text =
            "{\"\xef\xac\xb3\":1,\"\xf0\x9f\x98\x80\":2,\"\\r\":3,\"1\":4,\"\xc3\xb6\":5}";
        QCOMPARE(Json::parse(text)->canonical(),
                 "{\"\\r\":3,\"1\":4,\"\xc3\xb6\":5,\"\xf0\x9f\x98\x80\":2,\"\xef\xac\xb3\":1}");
    }

    void stringsEscapeOnlyWhatTheyMust()
    {
        const auto parsed = Json::parse(R"({"t":"\u20ac$\u000F\u000aA'\u0042\"\\\/"})");
        QCOMPARE(parsed->canonical(), "{\"t\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\/\"}");
        QCOMPARE(*Json::parse(parsed->pretty()), *parsed);
    }

    void refusesWithPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        QTest::newRow("duplicate key") << QByteArray("{\"a\":1,\n \"a\":2}") << "json.duplicate-key" << "2:4";
        QTest::newRow("syntax") << QByteArray("[1,]") << "json.syntax" << "1:4";
        QTest::newRow("cut off") << QByteArray("{\"a\":") << "json.syntax" << "1:5";
        // The place is where the refused token ends.
        QTest::newRow("NUL") << QByteArray("[\"a\\u0000\"]") << "json.text" << "1:10";
        QTest::newRow("lone surrogate") << QByteArray("[\"\\ud800\"]") << "json.syntax" << "1:9";
        QTest::newRow("bad UTF-8") << QByteArray("[\"\xff\"]") << "json.syntax" << "1:3";
        QTest::newRow("NaN") << QByteArray("[NaN]") << "json.syntax" << "1:2";
        QTest::newRow("empty") << QByteArray("") << "json.syntax" << "1:1";
        QTest::newRow("trailing") << QByteArray("{} x") << "json.syntax" << "1:4";
        QTest::newRow("deep") << QByteArray(201, '[') << "json.too-deep" << "1:201";
    }
    void refusesWithPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFETCH(QString, place);

        const auto parsed = Json::parse(text);

        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, code);
        QCOMPARE(parsed.error().detail, place);
    }

    void twoHundredLevelsAreFine() { QVERIFY(Json::parse(QByteArray(200, '[') + QByteArray(200, ']'))); }
};

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
