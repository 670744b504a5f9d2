#include "domain/administration/masked_number.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using administration::maskedIdentifier;
using administration::maskedPhone;

class TestMaskedNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatIsBetween_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<QString>("phone");
        QTest::newRow("identity number")
            << u"110199198103141234"_s << u"110***********1234"_s << u"110***********1234"_s;
        QTest::newRow("mobile") << u"13800005678"_s << u"138****5678"_s << u"138****5678"_s;
        QTest::newRow("landline") << u"62345678"_s << u"********"_s << u"******78"_s;
        QTest::newRow("extension") << u"8123"_s << u"****"_s << u"**23"_s;
        QTest::newRow("too short to show anything") << u"812"_s << u"***"_s << u"***"_s;
        QTest::newRow("none") << QString() << QString() << QString();
    }
    void hidesWhatIsBetween()
    {
        QFETCH(const QString, number);
        QTEST(maskedIdentifier(number), "identifier");
        QTEST(maskedPhone(number), "phone");
    }

    void hidesAboutHalfAtLeast()
    {
        for (int length = 0; length < 30; ++length) {
            const QString number(length, u'7');
            QVERIFY(maskedIdentifier(number).count(u'7') <= length / 2 + 2);
            QVERIFY(maskedPhone(number).count(u'7') <= length / 2 + 2);
            QCOMPARE(maskedPhone(number).size(), number.size());
        }
    }
};

} // namespace simiao::test

QTEST_APPLESS_MAIN(simiao::test::TestMaskedNumber)
#include "test_masked_number.moc"
