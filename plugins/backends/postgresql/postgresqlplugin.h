#pragma once

#include "sdk/row_moves.h"
#include "sdk/server_copies.h"
#include "sdk/server_keeper.h"
#include "sdk/server_proof.h"
#include "sdk/server_secret.h"

namespace simiao::postgresql {

/// The back-end of a hospital: a PostgreSQL server, or one that speaks its protocol.
class PostgresqlPlugin : public QObject,
                         public sdk::BackendPlugin,
                         public sdk::ServerKeeper,
                         public sdk::ServerCopies,
                         public sdk::ServerProof,
                         public sdk::ServerSecret,
                         public sdk::RowSource,
                         public sdk::RowTarget
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoBackendPlugin_iid FILE "postgresql.json")
    Q_INTERFACES(
        simiao::sdk::BackendPlugin simiao::sdk::ServerKeeper simiao::sdk::ServerCopies
            simiao::sdk::ServerProof simiao::sdk::ServerSecret simiao::sdk::RowSource simiao::sdk::RowTarget)

public:
    Result<sdk::Backend> open(const sdk::BackendEnvironment &environment) override;
    Result<sdk::SchemaVersions> schema(const sdk::BackendEnvironment &environment) override;

    Result<workflow::Transfer> importFrom(const sdk::BackendEnvironment &environment,
                                          const QString &folder,
                                          const workflow::TableProgress &progress) override;

    Result<sdk::SchemaVersions> initialise(const sdk::BackendEnvironment &environment) override;
    Result<void> admit(const sdk::BackendEnvironment &environment, const sdk::ServerLogin &login) override;
    Result<sdk::AccessMatrix> measureAccess(const sdk::BackendEnvironment &environment) override;
    Result<sdk::OpenDoors> openDoors(const sdk::BackendEnvironment &environment) override;

    Result<sdk::ServerCopy> backUpServer(const sdk::BackendEnvironment &environment,
                                         const QString &file,
                                         const sdk::StepProgress &progress,
                                         const std::stop_token &stop) override;
    Result<sdk::ServerCopy> restoreServer(const sdk::BackendEnvironment &environment,
                                          const QString &file,
                                          const sdk::StepProgress &progress,
                                          const std::stop_token &stop) override;
    Result<sdk::ServerCopy> drill(const sdk::BackendEnvironment &environment,
                                  const QString &file,
                                  const sdk::StepProgress &progress,
                                  const std::stop_token &stop) override;

    Result<void> noteRestored(const sdk::BackendEnvironment &environment) override;

    Result<QString> keepPassword(const sdk::BackendEnvironment &environment,
                                 const QString &password) override;

    Result<sdk::ChainsProof> proveChains(const sdk::BackendEnvironment &environment) override;
    Result<std::vector<workflow::StoreProblem>> checkServer(
        const sdk::BackendEnvironment &environment) override;

    Result<workflow::Transfer> writeRows(const sdk::BackendEnvironment &environment,
                                         const workflow::ExportOrder &order,
                                         const std::stop_token &stop) override;
    Result<workflow::Transfer> takeRows(const sdk::BackendEnvironment &environment,
                                        const QString &folder,
                                        const QString &workstation,
                                        const workflow::TableProgress &progress,
                                        const std::stop_token &stop) override;
};

} // namespace simiao::postgresql
