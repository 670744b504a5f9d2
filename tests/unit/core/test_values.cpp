#include "core/decimal.h"
#include "core/hash.h"
#include "core/id.h"
#include "core/money.h"
#include "core/rng.h"
#include "core/text.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace simiao;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decimalKeepsItsScale()
    {
        QCOMPARE(Decimal::parse(QStringLiteral("18.90"))->toString(), QStringLiteral("18.90"));
        QCOMPARE(Decimal::parse(QStringLiteral("-0.05"))->toString(), QStringLiteral("-0.05"));
        QVERIFY(*Decimal::parse(QStringLiteral("1.0")) == *Decimal::parse(QStringLiteral("1.00")));
    }

    void decimalRefusesWhatIsNoNumber_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "-", ".5", "5.", "1e3", " 1", "1,5", "١", "0x1", "1234567890123456789"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void decimalRefusesWhatIsNoNumber()
    {
        QFETCH(QString, text);
        QVERIFY(!Decimal::parse(text));
    }

    void roundsHalfAwayFromZero()
    {
        QCOMPARE(Decimal::parse(QStringLiteral("2.345"))->rounded(2).toString(), QStringLiteral("2.35"));
        QCOMPARE(Decimal::parse(QStringLiteral("-2.345"))->rounded(2).toString(), QStringLiteral("-2.35"));
        QCOMPARE(Decimal::parse(QStringLiteral("2.344"))->rounded(2).toString(), QStringLiteral("2.34"));
    }

    void multipliesAndDividesExactly()
    {
        const auto dose = *Decimal::parse(QStringLiteral("0.5"));
        const auto strength = *Decimal::parse(QStringLiteral("0.25"));
        QCOMPARE(divide(dose, strength, 4)->normalized().toString(), QStringLiteral("2"));
        QCOMPARE(multiply(dose, strength)->toString(), QStringLiteral("0.125"));
        QVERIFY(!divide(dose, Decimal(0), 2));
        QCOMPARE(Decimal::parse(QStringLiteral("2.1"))->ceiling(), 3);
        QCOMPARE(Decimal::parse(QStringLiteral("-2.1"))->ceiling(), -2);
    }

    void overflowIsAnErrorNotAWrongNumber()
    {
        const auto large = *Decimal::parse(QStringLiteral("999999999999999999"));
        QVERIFY(!multiply(large, large));
        QVERIFY(!add(large, Decimal(1)));
    }

    void moneyRoundsEachLineToTheFen()
    {
        // 18.40 yuan a box of 4: 5 tablets are 23.00; 3.05 a box of 3: one piece is 1.0166 -> 1.02
        QCOMPARE(lineTotal(Money{1840}, 5, 4)->fen, 2300);
        QCOMPARE(lineTotal(Money{305}, 1, 3)->fen, 102);
        QCOMPARE(Money{1890}.toYuan(), QStringLiteral("18.90"));
        QCOMPARE(Money::parseYuan(QStringLiteral("20"))->fen, 2000);
        QVERIFY(!Money::parseYuan(QStringLiteral("0.005")));
    }

    void uuidCarriesTimeAndVersion()
    {
        test::FakeClock clock;
        SeededRng rng(1);

        const auto first = Uuid::v7(clock, rng);
        clock.advanceSeconds(1);
        const auto second = Uuid::v7(clock, rng);

        QVERIFY(first < second);
        QCOMPARE(first.toString().at(14), QLatin1Char('7'));
        QCOMPARE(Uuid::parse(first.toString())->toBytes(), first.toBytes());
        QVERIFY(!Uuid::parse(QStringLiteral("{%1}").arg(first.toString())));
        QVERIFY(Uuid::parse(Uuid().toString())->isNull());
        for (qsizetype at = 0; at < 36; ++at) {
            auto text = first.toString();
            text[at] = u'x';
            QVERIFY2(!Uuid::parse(text), qPrintable(text));
        }
        QVERIFY(!Uuid::fromBytes("short"));
    }

    void instantRoundTripsMicroseconds()
    {
        const Instant before1970{-1};
        QCOMPARE(before1970.toIso(), QStringLiteral("1969-12-31T23:59:59.999999Z"));
        QCOMPARE(*Instant::parse(before1970.toIso()), before1970);
        QCOMPARE(Instant::parse(QStringLiteral("2026-11-22T10:30:00+08:00"))->toIso(),
                 QStringLiteral("2026-11-22T02:30:00.000000Z"));
        QVERIFY(!Instant::parse(QStringLiteral("2026-11-22T10:30:00")));
    }

    void instantOfNoDayKeepsItsNumber()
    {
        // A flipped high bit: two such values must not be written alike, or a row hash would not tell them apart.
        const Instant far{(qint64(1) << 62) + 5};
        QCOMPARE(far.toIso(), QString::number((qint64(1) << 62) + 5));
        const Instant last = *Instant::parse(QStringLiteral("9999-12-31T23:59:59.999999Z"));
        QCOMPARE(last.toIso(), QStringLiteral("9999-12-31T23:59:59.999999Z"));
        QCOMPARE(Instant{last.microseconds + 1}.toIso(), QString::number(last.microseconds + 1));
    }

    void hashesAsTheStandardSays_data()
    {
        // FIPS 180-4, examples of SHA-256.
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray(
                                      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("one block") << QByteArray(
            "abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }
    void hashesAsTheStandardSays()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, digest);
        QCOMPARE(sha256(text).toHex(), digest);
    }

    void dayDependsOnTheWorkstationsZone()
    {
        test::FakeClock clock;
        clock.set(*Instant::parse(QStringLiteral("2026-11-22T23:30:00Z")));
        QCOMPARE(clock.today().toIso(), QStringLiteral("2026-11-23"));
    }

    void ageCountsCompletedUnits()
    {
        const Date birth = *Date::parse(QStringLiteral("2024-02-29"));
        QCOMPARE(*ageOn(birth, *Date::parse(QStringLiteral("2026-02-28"))), (Age{2, 0, 0}));
        QCOMPARE(*ageOn(birth, *Date::parse(QStringLiteral("2024-03-10"))), (Age{0, 0, 10}));
        QVERIFY(!ageOn(birth, *Date::parse(QStringLiteral("2024-02-28"))));
        QVERIFY(!Date::parse(QStringLiteral("2026-02-30")));
    }

    void textWithNulOrHalfACharacterIsRefusedWithItsPlace()
    {
        const QString nul = QStringLiteral("ab") + QChar(u'\0') + QStringLiteral("c");
        QCOMPARE(checkedText(nul).error().code, QStringLiteral("text.nul"));
        QCOMPARE(checkedText(nul).error().detail, QStringLiteral("2"));
        QCOMPARE(checkedText(QString(QChar(0xd83d))).error().code, QStringLiteral("text.lone-surrogate"));
        QVERIFY(checkedText(QStringLiteral("𠮷\u202e'; drop table --")));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
