#include "postgresql/receipts_in_turns.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace simiao;
using postgresql::ReceiptsInTurns;
using workflow::Receipt;

/// Many saves that a desk hears of at once leave its thread free in between.
class TestReceiptsInTurns : public QObject
{
    Q_OBJECT

private:
    static std::vector<Receipt> someOf(int first, int count)
    {
        std::vector<Receipt> receipts(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            receipts[std::size_t(i)].changes = {{QStringLiteral("patient"), {}, first + i}};
        return receipts;
    }

    /// What is posted now, and nothing that is posted meanwhile: a turn of the loop.
    static void turn() { QCoreApplication::sendPostedEvents(); }

    QObject m_home;
    std::vector<int> m_taken; ///< versions
    std::shared_ptr<ReceiptsInTurns> m_turns;

private Q_SLOTS:
    void init()
    {
        m_taken.clear();
        m_turns = std::make_shared<ReceiptsInTurns>(
            &m_home, [this](const Receipt &receipt) { m_taken.push_back(int(receipt.changes[0].version)); });
    }

    void aFewAreTakenAtOnce()
    {
        m_turns->hand(someOf(1, 3));
        QCOMPARE(m_taken, std::vector<int>({1, 2, 3}));
    }

    void manyAreTakenInTurnsAndInTheirOrder()
    {
        constexpr int kMany = 1'003;
        constexpr int kFirst = kMany / 2;
        std::thread([this] { m_turns->hand(someOf(1, kFirst)); }).join(); // as the feed's own thread does
        std::size_t most = 0;
        for (int turns = 0; m_taken.size() < kMany; ++turns) {
            QVERIFY(turns <= kMany);
            if (turns == 7)
                m_turns->hand(someOf(kFirst + 1, kMany - kFirst)); // while the first are under way
            const auto before = m_taken.size();
            turn();
            most = std::max(most, m_taken.size() - before);
        }
        QCOMPARE(most, ReceiptsInTurns::kInATurn);
        QVERIFY(std::ranges::is_sorted(m_taken));
        QCOMPARE(m_taken.size(), std::size_t(kMany));
    }

    // Who hears of one may wait for an answer in a loop of its own.
    void theRestComesWhileOneIsLookedAt()
    {
        std::vector<int> taken;
        const auto turns = std::make_shared<ReceiptsInTurns>(&m_home, [&taken](const Receipt &receipt) {
            taken.push_back(int(receipt.changes[0].version));
            if (taken.size() == 1)
                turn();
        });
        const int more = int(ReceiptsInTurns::kInATurn) + 2;
        turns->hand(someOf(1, more));
        QCOMPARE(taken.size(), std::size_t(more));
    }

    void nothingIsTakenBehindTheEnd()
    {
        m_turns->hand(someOf(1, 3 * int(ReceiptsInTurns::kInATurn)));
        const auto before = m_taken.size();
        m_turns->close();
        turn();
        m_turns->hand(someOf(1, 3));
        turn();
        QCOMPARE(m_taken.size(), before);
    }
};

QTEST_GUILESS_MAIN(TestReceiptsInTurns)
#include "test_receipts_in_turns.moc"
