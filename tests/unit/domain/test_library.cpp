#include "domain/administration/library.h"

#include <QTest>

#include <algorithm>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace administration;

namespace {

Date day(const char *iso)
{
    return *Date::parse(QString::fromLatin1(iso));
}

Library aVersion(const QString &release, PublicationStatus status)
{
    Library library;
    library.name = u"allergy-rules"_s;
    library.release = release;
    library.status = status;
    return library;
}

QString inForce(const std::vector<Library> &libraries, const char *iso)
{
    const auto *found = libraryInForce(libraries, u"allergy-rules"_s, day(iso));
    return found ? found->release : u"shipped"_s;
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsStandInTheOrderPeopleCount_data()
    {
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("later");

        const auto row = [](const QString &earlier, const QString &later) {
            QTest::addRow("%s < %s", qPrintable(earlier), qPrintable(later)) << earlier << later;
        };
        row(u"2026-11"_s, u"2026-12"_s);
        row(u"2026-9"_s, u"2026-11"_s);
        row(u"2026-11"_s, u"2026-11.1"_s);
        row(u"2026-11.2"_s, u"2026-11.10"_s);
        row(u"2026-11-H1"_s, u"2026-11-H2"_s);
        row(u"2026-11.99"_s, u"2027-1"_s);
        row(u"9"_s, u"10000000000000000000000000000000000000000"_s);
        row(u"1.0a"_s, u"1.0b"_s);
        row({}, u"1"_s);
    }

    void versionsStandInTheOrderPeopleCount()
    {
        QFETCH(QString, earlier);
        QFETCH(QString, later);

        QVERIFY(compareReleases(earlier, later) < 0);
        QVERIFY(compareReleases(later, earlier) > 0);
        QVERIFY(compareReleases(earlier, earlier) == 0);
    }

    void leadingZerosSayNothing()
    {
        QVERIFY(compareReleases(u"2026-01"_s, u"2026-1"_s) == 0);
        QVERIFY(compareReleases(u"2026-01"_s, u"2026-2"_s) < 0);
    }

    void theOrderDoesNotDependOnWhereOneBegins()
    {
        const QStringList sorted{u"2025-12"_s,   u"2026-2"_s,     u"2026-11"_s,
                                 u"2026-11.2"_s, u"2026-11.10"_s, u"2027-1"_s};
        auto shuffled = sorted;
        const auto isEarlier = [](const QString &a, const QString &b) { return compareReleases(a, b) < 0; };
        std::ranges::sort(shuffled); // by letters
        QVERIFY(shuffled != sorted);

        std::ranges::sort(shuffled, isEarlier);

        QCOMPARE(shuffled, sorted);
    }

    void theActiveVersionHolds()
    {
        const std::vector libraries{aVersion(u"1"_s, PublicationStatus::Retired),
                                    aVersion(u"2"_s, PublicationStatus::Active),
                                    aVersion(u"3"_s, PublicationStatus::Draft)};

        QCOMPARE(inForce(libraries, "2026-11-22"), u"2"_s);
    }

    void withoutAnActiveVersionTheShippedOneHolds()
    {
        QCOMPARE(inForce({}, "2026-11-22"), u"shipped"_s);
        QCOMPARE(inForce({aVersion(u"1"_s, PublicationStatus::Draft)}, "2026-11-22"), u"shipped"_s);
        auto other = aVersion(u"1"_s, PublicationStatus::Active);
        other.name = u"dosage-terms"_s;
        QCOMPARE(inForce({other}, "2026-11-22"), u"shipped"_s);
    }

    void aVersionHoldsOnTheDaysOfItsPeriodOnly()
    {
        auto limited = aVersion(u"2"_s, PublicationStatus::Active);
        limited.validFrom = day("2026-11-01");
        limited.validTo = day("2026-11-30");

        QCOMPARE(inForce({limited}, "2026-10-31"), u"shipped"_s);
        QCOMPARE(inForce({limited}, "2026-11-01"), u"2"_s);
        QCOMPARE(inForce({limited}, "2026-11-30"), u"2"_s);
        QCOMPARE(inForce({limited}, "2026-12-01"), u"shipped"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestLibrary)
#include "test_library.moc"
