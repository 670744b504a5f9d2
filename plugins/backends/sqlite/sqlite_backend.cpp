#include "sqlite_backend.h"

#include "core/log.h"
#include "core/try.h"
#include "sqlite_backups.h"
#include "sqlite_connector.h"
#include "sqlite_copy.h"
#include "sqlite_export.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"

namespace simiao::sqlite {

namespace {

using Contents = std::vector<workflow::TableContents>;
using Problems = std::vector<workflow::StoreProblem>;

/// On the SQL thread.
Result<Contents> notedCopy(storage::Connection &connection,
                           const QString &path,
                           const sdk::BackendEnvironment &environment)
{
    auto copied = provenCopy(connection, path, environment.sqlFolder);
    if (!copied)
        return copied;
    if (const auto noted = noteBackup(environment, path); !noted)
        log::error(noted.error());
    return copied;
}

class Maintenance : public workflow::StoreMaintenance
{
public:
    Maintenance(std::shared_ptr<storage::SqlStore> store, sdk::BackendEnvironment environment)
        : m_store(std::move(store))
        , m_environment(std::move(environment))
    {
    }

    Task<Result<qint64>> verifyAudit() override { return m_store->verifyAudit(); }

    Task<Result<Contents>> backup(QString path) override
    {
        return m_store->withConnection<Contents>(
            [path, environment = m_environment](storage::Connection &connection) {
                return notedCopy(connection, path, environment);
            });
    }

    Task<Result<Problems>> check() override
    {
        return m_store->withConnection<Problems>([](storage::Connection &connection) {
            return storage::findProblems(connection, storage::entityTypes());
        });
    }

    Task<Result<Contents>> contents() override
    {
        return m_store->withConnection<Contents>([](storage::Connection &connection) {
            return storage::contentsOf(connection, storage::entityTypes());
        });
    }

    Task<Result<workflow::Transfer>> exportTo(workflow::ExportOrder order) override
    {
        return exportStore(m_store, m_environment, std::move(order));
    }

private:
    std::shared_ptr<storage::SqlStore> m_store;
    sdk::BackendEnvironment m_environment;
};

} // namespace

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    TRY(const auto store,
        storage::SqlStore::open(connector(environment), SqliteFiles(environment.dataFolder).auditHead));
    sdk::Backend backend;
    backend.store = store;
    backend.maintenance = std::make_shared<Maintenance>(store, environment);
    backend.displayName = QStringLiteral("SQLite");
    return backend;
}

} // namespace simiao::sqlite
