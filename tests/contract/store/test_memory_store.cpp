#include "contract/store/store_contract.h"
#include "support/memory_store.h"

namespace simiao::test {

class TestMemoryStore : public StoreContract
{
    Q_OBJECT

protected:
    std::shared_ptr<workflow::Store> makeStore() override { return std::make_shared<MemoryStore>(); }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestMemoryStore)
#include "test_memory_store.moc"
