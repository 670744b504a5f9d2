#include "sqlite_backend.h"

#include "core/try.h"
#include "sqlite_connector.h"

#include <QDir>

namespace simiao::sqlite {

namespace {

class Maintenance : public sdk::BackendMaintenance
{
public:
    explicit Maintenance(std::shared_ptr<storage::SqlStore> store)
        : m_store(std::move(store))
    {
    }
    Task<Result<qint64>> verifyAudit() override { return m_store->verifyAudit(); }
    Task<Result<void>> backup(QString path) override { return m_store->backup(std::move(path)); }

private:
    std::shared_ptr<storage::SqlStore> m_store;
};

} // namespace

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    const QDir data(environment.dataFolder);
    TRY(const auto store,
        storage::SqlStore::open(connector(data.filePath(QStringLiteral("simiao.db")), environment.sqlFolder),
                                data.filePath(QStringLiteral("audit.head"))));
    sdk::Backend backend;
    backend.store = store;
    backend.maintenance = std::make_shared<Maintenance>(store);
    backend.displayName = QStringLiteral("SQLite");
    return backend;
}

} // namespace simiao::sqlite
