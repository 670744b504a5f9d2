#include "domain/administration/identity_number.h"
#include "unit/domain/refusal.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using administration::Gender;
using administration::identityCheckCharacter;
using administration::parseIdentityNumber;

namespace {

const Date kToday = *Date::parse(u"2026-11-22"_s);
const QString kValid = u"11010519491231002X"_s;

/// The 17 digits with the check character that belongs to them.
QString completed(const QString &digits)
{
    return digits + identityCheckCharacter(digits);
}

} // namespace

class TestIdentityNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAreaBirthDateAndSex_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<Gender>("gender");
        QTest::newRow("check character X") << kValid << "110105" << "1949-12-31" << Gender::Female;
        QTest::newRow("odd sequence is male")
            << "53010219200508011X" << "530102" << "1920-05-08" << Gender::Male;
        QTest::newRow("check digit 3") << "370101190102039973" << "370101" << "1901-02-03" << Gender::Male;
        QTest::newRow("leap day") << completed(u"11010520000229002"_s) << "110105" << "2000-02-29"
                                  << Gender::Female;
        QTest::newRow("born today") << completed(u"11010520261122001"_s) << "110105" << "2026-11-22"
                                    << Gender::Male;
    }
    void readsAreaBirthDateAndSex()
    {
        QFETCH(QString, number);
        QFETCH(QString, area);
        QFETCH(QString, birth);
        QFETCH(Gender, gender);

        const auto identity = parseIdentityNumber(number, kToday);

        QCOMPARE(refusalWithDetail(identity), QString());
        QCOMPARE(identity->text, number);
        QCOMPARE(identity->area, area);
        QCOMPARE(identity->birthDate.toIso(), birth);
        QCOMPARE(identity->gender, gender);
    }

    void storesLowerCaseXAsX()
    {
        QCOMPARE(parseIdentityNumber(u"  11010519491231002x "_s, kToday)->text, kValid);
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("refused");
        QTest::newRow("empty") << "" << "identity.length 0";
        QTest::newRow("legacy of 15") << "110105491231002" << "identity.length 15";
        QTest::newRow("19 characters") << "110105194912310021X" << "identity.length 19";
        QTest::newRow("letter") << "11O10519491231002X" << "identity.character 3";
        QTest::newRow("X before the end") << "1101051949123100X2" << "identity.character 17";
        QTest::newRow("wrong last letter") << "11010519491231002Y" << "identity.character 18";
        QTest::newRow("Arabic digit") << u"1101051949123100٢X"_s << "identity.character 17";
        QTest::newRow("blank inside") << "110105 9491231002X" << "identity.character 7";
        QTest::newRow("30 February") << completed(u"11010519490230002"_s) << "identity.birth-date 7";
        QTest::newRow("month 13") << completed(u"11010519491331002"_s) << "identity.birth-date 7";
        QTest::newRow("no leap year") << completed(u"11010519000229002"_s) << "identity.birth-date 7";
        QTest::newRow("born tomorrow") << completed(u"11010520261123002"_s) << "identity.birth-date 7";
        QTest::newRow("born before 1850") << completed(u"11010518491231002"_s) << "identity.birth-date 7";
        QTest::newRow("check digit") << "110105194912310021" << "identity.check-digit 18";
    }
    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QString, number);
        QFETCH(QString, refused);
        QCOMPARE(refusalWithDetail(parseIdentityNumber(number, kToday)), refused);
    }

    // ISO 7064 MOD 11-2 notices every single wrong character and every swap of two neighbours.
    void everyMistypedDigitIsRefused()
    {
        for (qsizetype place = 0; place < kValid.size(); ++place) {
            for (const QChar typed : u"0123456789X"_s) {
                QString number = kValid;
                number[place] = typed;
                if (number != kValid)
                    QVERIFY2(!parseIdentityNumber(number, kToday), qPrintable(number));
            }
        }
    }

    void everySwapOfNeighboursIsRefused()
    {
        for (qsizetype place = 0; place + 1 < kValid.size(); ++place) {
            QString number = kValid;
            std::swap(number[place], number[place + 1]);
            if (number != kValid)
                QVERIFY2(!parseIdentityNumber(number, kToday), qPrintable(number));
        }
    }

    void everySequenceNumberHasExactlyOneCheckCharacter()
    {
        for (int sequence = 0; sequence < 1000; ++sequence) {
            const QString digits = u"11010519491231%1"_s.arg(sequence, 3, 10, QLatin1Char('0'));
            int valid = 0;
            for (const QChar last : u"0123456789X"_s)
                valid += bool(parseIdentityNumber(digits + last, kToday));
            QCOMPARE(valid, 1);
        }
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestIdentityNumber)
#include "test_identity_number.moc"
