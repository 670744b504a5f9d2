#pragma once

#include "sdk/row_moves.h"

namespace simiao::sqlite {

/// The embedded back-end: one SQLite file in the profile.
class SqlitePlugin : public QObject, public sdk::BackendPlugin, public sdk::RowSource
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoBackendPlugin_iid FILE "sqlite.json")
    Q_INTERFACES(simiao::sdk::BackendPlugin simiao::sdk::RowSource)

public:
    Result<sdk::Backend> open(const sdk::BackendEnvironment &environment) override;
    Result<sdk::SchemaVersions> schema(const sdk::BackendEnvironment &environment) override;
    Result<std::vector<workflow::TableContents>> restore(const sdk::BackendEnvironment &environment,
                                                         const QString &file) override;
    Result<workflow::Transfer> importFrom(const sdk::BackendEnvironment &environment,
                                          const QString &folder,
                                          const workflow::TableProgress &progress) override;
    Result<std::vector<sdk::BackupCopy>> backups(const sdk::BackendEnvironment &environment) override;
    Result<sdk::BackupProof> prove(const sdk::BackendEnvironment &environment, const QString &file) override;

    Result<workflow::Transfer> writeRows(const sdk::BackendEnvironment &environment,
                                         const workflow::ExportOrder &order,
                                         const std::stop_token &stop) override;
};

} // namespace simiao::sqlite
