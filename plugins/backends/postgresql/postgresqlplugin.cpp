#include "postgresqlplugin.h"

#include "access_matrix.h"
#include "audit_roots.h"
#include "core/try.h"
#include "key_store.h"
#include "open_doors.h"
#include "postgres_backend.h"
#include "server_copy.h"
#include "server_drill.h"
#include "server_fill.h"
#include "server_login.h"
#include "server_rows.h"
#include "server_setup.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

Result<CopyPlace> placeOf(const sdk::BackendEnvironment &environment,
                          const sdk::StepProgress &progress,
                          const std::stop_token &stop)
{
    TRY(auto setup, keeperSetupOf(environment));
    return CopyPlace{std::move(setup), environment.sqlFolder,
                     toolFolders(),    environment.config.value(QStringLiteral("workstation.name")),
                     progress,         stop};
}

} // namespace

Result<sdk::Backend> PostgresqlPlugin::open(const sdk::BackendEnvironment &environment)
{
    return openBackend(environment);
}

Result<sdk::SchemaVersions> PostgresqlPlugin::schema(const sdk::BackendEnvironment &environment)
{
    return schemaOf(environment);
}

/// A desk's log-in may not: `import hospital ADDRESS FOLDER` is for whoever keeps the server.
Result<workflow::Transfer> PostgresqlPlugin::importFrom(const sdk::BackendEnvironment &,
                                                        const QString &folder,
                                                        const workflow::TableProgress &)
{
    return Error{ErrorKind::Invalid, QStringLiteral("server.by-administrator"), folder};
}

Result<sdk::SchemaVersions> PostgresqlPlugin::initialise(const sdk::BackendEnvironment &environment)
{
    TRY(auto versions, schemaOf(environment));
    TRY(const auto server, openForKeeper(environment));
    TRY(const auto state, setUpDatabase(*server.connection, environment.sqlFolder));
    TRY_VOID(takeSite(*server.connection, environment.config.value(u"site.code"_s)));
    versions.program = state.version;
    return versions;
}

Result<void> PostgresqlPlugin::admit(const sdk::BackendEnvironment &environment,
                                     const sdk::ServerLogin &login)
{
    TRY(const auto server, openForKeeper(environment));
    return postgresql::admit(server, login);
}

Result<sdk::AccessMatrix> PostgresqlPlugin::measureAccess(const sdk::BackendEnvironment &environment)
{
    TRY(const auto server, openForKeeper(environment));
    return postgresql::measureAccess(server, environment.sqlFolder + u"/../rules"_s);
}

Result<sdk::OpenDoors> PostgresqlPlugin::openDoors(const sdk::BackendEnvironment &environment)
{
    TRY(const auto server, openForKeeper(environment));
    return postgresql::openDoors(*server.connection);
}

Result<sdk::ServerCopy> PostgresqlPlugin::backUpServer(const sdk::BackendEnvironment &environment,
                                                       const QString &file,
                                                       const sdk::StepProgress &progress,
                                                       const std::stop_token &stop)
{
    TRY(const auto place, placeOf(environment, progress, stop));
    return backUp(place, file);
}

Result<sdk::ServerCopy> PostgresqlPlugin::restoreServer(const sdk::BackendEnvironment &environment,
                                                        const QString &file,
                                                        const sdk::StepProgress &progress,
                                                        const std::stop_token &stop)
{
    TRY(const auto place, placeOf(environment, progress, stop));
    return restoreCopy(place, file);
}

Result<sdk::ServerCopy> PostgresqlPlugin::drill(const sdk::BackendEnvironment &environment,
                                                const QString &file,
                                                const sdk::StepProgress &progress,
                                                const std::stop_token &stop)
{
    TRY(const auto place, placeOf(environment, progress, stop));
    return postgresql::drill(place, file);
}

Result<void> PostgresqlPlugin::noteRestored(const sdk::BackendEnvironment &environment)
{
    TRY(const auto place, placeOf(environment, {}, {}));
    return postgresql::noteRestored(place);
}

Result<QString> PostgresqlPlugin::keepPassword(const sdk::BackendEnvironment &environment,
                                               const QString &password)
{
    TRY(const auto address,
        parseAddress(environment.config.value(u"backend"_s),
                     environment.config.value(u"workstation.name"_s)));
    TRY_VOID(postgresql::keepPassword(address, password));
    return keyNameOf(address);
}

Result<sdk::ChainsProof> PostgresqlPlugin::proveChains(const sdk::BackendEnvironment &environment)
{
    TRY(const auto setup, keeperSetupOf(environment));
    TRY(const auto server, openForProof(setup));
    return postgresql::proveChains(*server.connection);
}

Result<std::vector<workflow::StoreProblem>> PostgresqlPlugin::checkServer(
    const sdk::BackendEnvironment &environment)
{
    TRY(const auto setup, keeperSetupOf(environment));
    TRY(const auto server, openForProof(setup));
    return storage::findRowProblems(*server.connection, storage::entityTypes());
}

Result<workflow::Transfer> PostgresqlPlugin::writeRows(const sdk::BackendEnvironment &environment,
                                                       const workflow::ExportOrder &order,
                                                       const std::stop_token &stop)
{
    TRY(const auto setup, keeperSetupOf(environment));
    return postgresql::writeRows(setup, order, environment.config.value(QStringLiteral("workstation.name")),
                                 stop);
}

Result<workflow::Transfer> PostgresqlPlugin::takeRows(const sdk::BackendEnvironment &environment,
                                                      const QString &folder,
                                                      const QString &workstation,
                                                      const workflow::TableProgress &progress,
                                                      const std::stop_token &stop)
{
    TRY(auto setup, keeperSetupOf(environment));
    return fillServer({std::move(setup), environment.sqlFolder, folder, workstation, progress, stop});
}

} // namespace simiao::postgresql
