#include "domain/base/partial_date_time.h"
#include "unit/domain/refusal.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;

class TestPartialDateTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasSaid_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<bool>("isInstant");
        QTest::newRow("year") << "2015" << "2015" << false;
        QTest::newRow("month") << "2015-03" << "2015-03" << false;
        QTest::newRow("day") << "2015-03-02" << "2015-03-02" << false;
        QTest::newRow("instant") << "2015-03-02T08:00:00.5+08:00" << "2015-03-02T00:00:00.500000Z" << true;
    }
    void keepsWhatWasSaid()
    {
        QFETCH(QString, said);
        const auto date = PartialDateTime::parse(said);
        QCOMPARE(refusal(date), QString());
        QTEST(date->toIso(), "kept");
        QTEST(date->instant().has_value(), "isInstant");
        QVERIFY(*PartialDateTime::parse(date->toIso()) == *date);
    }

    void whatIsNoDateIsRefused_data()
    {
        QTest::addColumn<QString>("said");
        for (const char *said : {"", "15", "20151", "2015-13", "2015-02-30", "2015-3", "2015-03-02T08:00:00",
                                 "2015-03-02 ", "today"})
            QTest::newRow(said) << QString::fromLatin1(said);
    }
    void whatIsNoDateIsRefused()
    {
        QFETCH(QString, said);
        QCOMPARE(refusal(PartialDateTime::parse(said)), u"core.date-malformed"_s);
    }

    void itsTextSortsByTime()
    {
        const QStringList ordered{u"2014-12-31"_s,
                                  u"2015"_s,
                                  u"2015-03"_s,
                                  u"2015-03-02"_s,
                                  PartialDateTime(*Instant::parse(u"2015-03-02T00:00:00Z"_s)).toIso(),
                                  u"2015-04"_s};
        auto sorted = ordered;
        sorted.sort();
        QCOMPARE(sorted, ordered);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPartialDateTime)
#include "test_partial_date_time.moc"
