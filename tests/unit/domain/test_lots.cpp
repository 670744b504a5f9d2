#include "domain/medications/medication_dispense.h"
#include "unit/domain/refusal.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace simiao::test {

using namespace Qt::StringLiterals;
using medications::Lot;
using medications::Pick;
using medications::pickLots;

namespace {

const Date kToday = *Date::parse(u"2026-11-22"_s);

Lot aLot(std::uint8_t id, const QString &expiry, qint64 onHand)
{
    Lot lot;
    lot.id.uuid.bytes[15] = id;
    lot.lotNumber = u"L%1"_s.arg(id);
    lot.expiry = *Date::parse(expiry);
    lot.onHand = onHand;
    return lot;
}

/// "1:30 2:12"
QString shown(const std::vector<Pick> &picks)
{
    QStringList words;
    for (const auto &pick : picks)
        words.append(u"%1:%2"_s.arg(pick.lot.uuid.bytes[15]).arg(pick.quantity));
    return words.join(u' ');
}

} // namespace

class TestLots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstExpiringFirst()
    {
        const std::vector lots{aLot(2, u"2027-12-31"_s, 100), aLot(1, u"2027-01-31"_s, 30)};
        QCOMPARE(shown(*pickLots(lots, 42, kToday)), u"1:30 2:12"_s);
        QCOMPARE(shown(*pickLots(lots, 30, kToday)), u"1:30"_s);
        QCOMPARE(shown(*pickLots(lots, 130, kToday)), u"1:30 2:100"_s);
        QCOMPARE(shown(*pickLots(lots, 0, kToday)), QString());
    }

    void sameDayGoesByLotNumber()
    {
        QCOMPARE(shown(*pickLots({aLot(2, u"2027-01-31"_s, 5), aLot(1, u"2027-01-31"_s, 5)}, 6, kToday)),
                 u"1:5 2:1"_s);
    }

    void expiredLotIsNeverTaken()
    {
        const std::vector lots{aLot(1, u"2026-11-21"_s, 1000), aLot(2, u"2026-11-22"_s, 5)};
        QCOMPARE(shown(*pickLots(lots, 5, kToday)), u"2:5"_s);
        QCOMPARE(refusalWithDetail(pickLots(lots, 6, kToday)), u"stock.insufficient 1"_s);
    }

    void lotWithoutExpiryDateIsNeverTaken()
    {
        auto undated = aLot(1, u"2027-01-31"_s, 10);
        undated.expiry = {};
        QCOMPARE(refusalWithDetail(pickLots({undated}, 1, kToday)), u"stock.insufficient 1"_s);
    }

    void saysHowManyUnitsAreMissing()
    {
        QCOMPARE(refusalWithDetail(pickLots({aLot(1, u"2027-01-31"_s, 30)}, 42, kToday)),
                 u"stock.insufficient 12"_s);
        QCOMPARE(refusalWithDetail(pickLots({}, 42, kToday)), u"stock.insufficient 42"_s);
        QCOMPARE(refusalWithDetail(pickLots({aLot(1, u"2027-01-31"_s, -3)}, 1, kToday)),
                 u"stock.insufficient 1"_s);
    }

    void whatOneLineTookIsNotThereForTheNext()
    {
        const std::vector lots{aLot(1, u"2027-01-31"_s, 30), aLot(2, u"2027-12-31"_s, 100)};
        const auto first = *pickLots(lots, 20, kToday);

        const auto second = pickLots(withoutPicks(lots, first), 20, kToday);

        QCOMPARE(shown(*second), u"1:10 2:10"_s);
    }

    void picksAddUpAndOrderOfTheLotsDoesNotMatter()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            std::vector<Lot> lots;
            for (std::uint8_t id = 1; id <= 6; ++id)
                lots.push_back(aLot(id, kToday.plusDays(int(random() % 20) - 5).toIso(), random() % 30));
            const qint64 wanted = random() % 60;
            const auto picks = pickLots(lots, wanted, kToday);
            std::ranges::shuffle(lots, random);
            const auto shuffled = pickLots(lots, wanted, kToday);

            QCOMPARE(refusalWithDetail(shuffled), refusalWithDetail(picks));
            if (!picks)
                continue;
            QCOMPARE(shown(*shuffled), shown(*picks));
            qint64 sum = 0;
            for (const auto &pick : *picks)
                sum += pick.quantity;
            QCOMPARE(sum, wanted);
        }
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestLots)
#include "test_lots.moc"
