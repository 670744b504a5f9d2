#include "pharmacy/models/counter.h"
#include "support/fake_desk.h"

#include <QCoroFuture>
#include <QFuture>
#include <QPromise>
#include <QTest>

namespace simiao::test {

using workflow::Question;
using workflow::Receipt;

namespace {

/// A store that counts what it is asked, and answers nothing until it is let go.
class HeldStore : public workflow::Store
{
public:
    explicit HeldStore(std::shared_ptr<workflow::Store> store)
        : m_store(std::move(store))
    {
    }

    int asked = 0;

    void hold()
    {
        m_gate = QPromise<void>();
        m_gate.start();
    }
    void letGo() { m_gate.finish(); }

    Task<Result<Receipt>> commit(workflow::UnitOfWork work) override
    {
        return m_store->commit(std::move(work));
    }
    Task<Result<std::optional<Receipt>>> receiptOf(Uuid command) override
    {
        return m_store->receiptOf(command);
    }
    Task<Result<void>> ask(std::vector<Question> questions) override
    {
        ++asked;
        return answered(m_store, m_gate.future(), std::move(questions));
    }
    workflow::ChangeFeed *changes() override { return m_store->changes(); }
    void close() override {}

private:
    static Task<Result<void>> answered(std::shared_ptr<workflow::Store> store,
                                       QFuture<void> gate,
                                       std::vector<Question> questions)
    {
        co_await gate;
        auto asking = store->ask(std::move(questions));
        co_return co_await asking;
    }

    std::shared_ptr<workflow::Store> m_store;
    QPromise<void> m_gate;
};

/// A desk at that store.
class HeldDesk : public FakeDesk
{
public:
    HeldDesk()
        : held(std::make_shared<HeldStore>(FakeDesk::store()))
    {
    }
    workflow::Context context() const override
    {
        auto context = FakeDesk::context();
        context.store = held;
        return context;
    }

    const std::shared_ptr<HeldStore> held;
};

} // namespace

/// A desk that was away hears of many saves at once.
class TestManyChanges : public QObject
{
    Q_OBJECT

private:
    /// How often the store is asked for so many changes that come while it says nothing.
    static int askedFor(HeldDesk &desk, int changes)
    {
        Receipt receipt;
        receipt.changes = {{QStringLiteral("prescription"), {}, 1}};
        const int before = desk.held->asked;
        desk.held->hold();
        for (int i = 0; i < changes; ++i)
            desk.held->changes()->announce(receipt);
        desk.held->letGo();
        for (int last = -1; last != desk.held->asked; last = desk.held->asked) {
            for (int i = 0; i < 100; ++i)
                QCoreApplication::processEvents();
        }
        return desk.held->asked - before;
    }

private Q_SLOTS:
    void aListIsReadOnceMoreAndNotForEach()
    {
        HeldDesk desk;
        desk.held->hold();
        pharmacy::Counter counter(&desk);
        desk.held->letGo();
        QTRY_COMPARE(counter.listState().kind, ui::ViewState::Kind::Empty);

        const int once = askedFor(desk, 1);
        QVERIFY(once > 0);
        QCOMPARE(askedFor(desk, 200), 2 * once);
    }
};

} // namespace simiao::test

QTEST_MAIN(simiao::test::TestManyChanges)
#include "test_many_changes.moc"
