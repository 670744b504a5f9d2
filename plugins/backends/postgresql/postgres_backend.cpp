#include "postgres_backend.h"

#include "audit_roots.h"
#include "core/log.h"
#include "core/try.h"
#include "key_store.h"
#include "postgres_store.h"
#include "server_schema.h"
#include "server_setup.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"
#include "workflow/ports/store_link_of.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

using Contents = std::vector<workflow::TableContents>;
using Problems = std::vector<workflow::StoreProblem>;

/// Views show a person what concerns her: what is to read everything is not done with a part of it.
Result<void> demandAll(Connection &connection, const QString &what)
{
    TRY(const auto rows, connection.run(u"store/sees_all"_s, {{u"what"_s, what}}));
    TRY(const bool isThere, rows->next());
    if (!isThere || rows->integer(0) == 0)
        return Error{ErrorKind::Invalid, u"server.by-administrator"_s, what};
    return ok();
}

class Maintenance : public workflow::StoreMaintenance
{
public:
    explicit Maintenance(std::shared_ptr<PostgresStore> store)
        : m_store(std::move(store))
    {
    }

    Task<Result<qint64>> verifyAudit() override
    {
        return m_store->withConnection<qint64>([](Connection &connection) -> Result<qint64> {
            TRY_VOID(demandAll(connection, u"trail"_s));
            TRY(const auto proof, proveChains(connection));
            return proof.links;
        });
    }
    Task<Result<Contents>> backup(QString path) override { return cannot<Contents>(path); }
    Task<Result<Problems>> check() override
    {
        return m_store->withConnection<Problems>([](Connection &connection) -> Result<Problems> {
            TRY_VOID(demandAll(connection, u"rows"_s));
            return storage::findRowProblems(connection, storage::entityTypes());
        });
    }
    Task<Result<Contents>> contents() override
    {
        return m_store->withConnection<Contents>([](Connection &connection) -> Result<Contents> {
            TRY_VOID(demandAll(connection, u"rows"_s));
            return storage::contentsOf(connection, storage::entityTypes());
        });
    }
    Task<Result<workflow::Transfer>> exportTo(workflow::ExportOrder order) override
    {
        return cannot<workflow::Transfer>(order.folder);
    }

private:
    template <typename T>
    static Task<Result<T>> cannot(QString what)
    {
        co_return Error{ErrorKind::Invalid, u"server.by-administrator"_s, what};
    }

    std::shared_ptr<PostgresStore> m_store;
};

/// Where the setting asks for it. A passfile that is named too stays in use where the key store gives nothing.
Result<void> fetchPassword(ServerAddress &address, const Config &config)
{
    if (config.value(u"server.key-store"_s) != "true"_L1)
        return ok();
    auto password = keptPassword(address);
    if (password)
        address.password = *std::move(password);
    else if (!address.parameters.contains(u"passfile"_s))
        return password.error();
    else
        log::warning(logLine(password.error()));
    return ok();
}

} // namespace

Result<ServerSetup> setupOf(const sdk::BackendEnvironment &environment)
{
    TRY(auto address,
        parseAddress(environment.config.value(u"backend"_s),
                     environment.config.value(u"workstation.name"_s)));
    TRY_VOID(fetchPassword(address, environment.config));
    TRY(auto catalogue, catalogueIn(environment.sqlFolder));
    return ServerSetup{.address = std::move(address),
                       .catalogue = std::move(catalogue),
                       .desk = environment.config.value(u"workstation.name"_s)};
}

Result<ServerSetup> keeperSetupOf(const sdk::BackendEnvironment &environment)
{
    TRY(const auto setup, setupOf(environment));
    return setup.forSession();
}

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    TRY(auto setup, setupOf(environment));
    return openBackend(std::move(setup), environment);
}

Result<sdk::Backend> openBackend(ServerSetup setup, const sdk::BackendEnvironment &environment)
{
    TRY(const int program, programSchema(environment.sqlFolder));
    const QString shown = setup.address.shown();
    TRY(const auto store, PostgresStore::open(std::move(setup), program, environment.dataFolder));
    sdk::Backend backend;
    backend.store = store;
    backend.link = {store, workflow::storeLinkOf(*store->changes())}; // as long as the store
    backend.maintenance = std::make_shared<Maintenance>(store);
    backend.displayName = u"PostgreSQL "_s + shown;
    return backend;
}

Result<sdk::SchemaVersions> schemaOf(const sdk::BackendEnvironment &environment)
{
    TRY(const auto setup, keeperSetupOf(environment));
    TRY(const int program, programSchema(environment.sqlFolder));
    TRY(const auto server, openServer(setup, setup.callDeadline()));
    const auto stored = ServerSchema::storedIn(*server.connection);
    if (!stored && stored.error().code != "server.not-set-up"_L1)
        return stored.error();
    return sdk::SchemaVersions{stored.value_or(0), program};
}

Result<OpenServer> openForKeeper(const sdk::BackendEnvironment &environment)
{
    TRY(const auto setup, keeperSetupOf(environment));
    return openForKeeper(setup);
}

Result<OpenServer> openForKeeper(const ServerSetup &setup)
{
    TRY(auto server, openServer(setup, setup.callDeadline()));
    server.wire->setDeadline(QDeadlineTimer(QDeadlineTimer::Forever)); // a migration takes what it takes
    for (const auto *limit : {"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"}) {
        TRY_VOID(server.connection->runScript(u"SET %1 = 0"_s.arg(QLatin1StringView(limit))));
    }
    return server;
}

Result<OpenServer> openForProof(const ServerSetup &setup)
{
    TRY(auto server, openForKeeper(setup));
    TRY_VOID(server.connection->runScript(u"SET search_path = simiao, simiao_api"_s));
    return server;
}

} // namespace simiao::postgresql
