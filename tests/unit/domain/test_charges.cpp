#include "domain/financial/charge_item.h"
#include "unit/domain/refusal.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace simiao::test {

using namespace Qt::StringLiterals;
using financial::ChargeItem;

namespace {

ChargeItem charge(qint64 fen)
{
    ChargeItem item;
    item.amount = {fen};
    return item;
}

} // namespace

class TestCharges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void totalIsTheSumOfTheLines()
    {
        QCOMPARE(financial::totalOf({}), Money{});
        QCOMPARE(financial::totalOf({charge(1500), charge(1890)}).toYuan(), u"33.90"_s);
    }

    void orderOfTheLinesNeverChangesTheTotal()
    {
        std::mt19937 random(5);
        std::vector<ChargeItem> items;
        for (int i = 0; i < 50; ++i)
            items.push_back(charge(random() % 1'000'000));
        const auto total = financial::totalOf(items);
        for (int round = 0; round < 20; ++round) {
            std::ranges::shuffle(items, random);
            QCOMPARE(financial::totalOf(items), total);
        }
    }

    void changeIsWhatIsLeft_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("tendered");
        QTest::addColumn<qint64>("change");
        QTest::addColumn<QString>("refused");
        QTest::newRow("exact") << qint64(3390) << qint64(3390) << qint64(0) << "";
        QTest::newRow("fifty yuan") << qint64(3390) << qint64(5000) << qint64(1610) << "";
        QTest::newRow("nothing due") << qint64(0) << qint64(0) << qint64(0) << "";
        QTest::newRow("one fen short")
            << qint64(3390) << qint64(3389) << qint64(0) << "payment.too-little 0.01";
        QTest::newRow("negative") << qint64(3390) << qint64(-1) << qint64(0) << "payment.too-little 33.91";
        QTest::newRow("a hundred thousand yuan")
            << qint64(3390) << qint64(10'000'000) << qint64(9'996'610) << "";
        QTest::newRow("slip of the hand")
            << qint64(3390) << qint64(10'000'001) << qint64(0) << "payment.too-much 100000.01";
    }
    void changeIsWhatIsLeft()
    {
        QFETCH(qint64, total);
        QFETCH(qint64, tendered);
        QFETCH(qint64, change);
        QFETCH(QString, refused);

        const auto given = financial::changeFor({total}, {tendered});

        QCOMPARE(refusalWithDetail(given), refused);
        QCOMPARE(given.value_or(Money{}).fen, change);
    }

    void openedPackIsPricedByThePieceHalfUpToTheFen_data()
    {
        QTest::addColumn<qint64>("pack");
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<qint64>("per");
        QTest::addColumn<qint64>("fen");
        QTest::newRow("42 of 24 at 10.80") << qint64(1080) << qint64(42) << qint64(24) << qint64(1890);
        QTest::newRow("a third of a fen down") << qint64(100) << qint64(1) << qint64(3) << qint64(33);
        QTest::newRow("two thirds of a fen up") << qint64(200) << qint64(1) << qint64(3) << qint64(67);
        QTest::newRow("half a fen up") << qint64(1) << qint64(1) << qint64(2) << qint64(1);
        QTest::newRow("whole packs") << qint64(1080) << qint64(48) << qint64(24) << qint64(2160);
        QTest::newRow("none") << qint64(1080) << qint64(0) << qint64(24) << qint64(0);
    }
    void openedPackIsPricedByThePieceHalfUpToTheFen()
    {
        QFETCH(qint64, pack);
        QFETCH(qint64, quantity);
        QFETCH(qint64, per);
        QFETCH(qint64, fen);
        QCOMPARE(lineTotal(Money{pack}, quantity, per)->fen, fen);
    }

    void packOfNothingHasNoPrice()
    {
        QCOMPARE(refusal(lineTotal(Money{1080}, 42, 0)), u"core.decimal-division-by-zero"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestCharges)
#include "test_charges.moc"
