#pragma once

#include "core/result.h"
#include "storage/sql/statement_catalogue.h"
#include "workflow/ports/unit_of_work.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <unordered_map>

namespace simiao::storage {

/// Turns a driver's error into ours: which code, which constraint.
using ErrorMapper = std::function<Error(const QSqlError &)>;

/// One open database connection that runs statements of a catalogue, each prepared once.
/// \thread  the SQL thread only
class Connection
{
public:
    Connection(QSqlDatabase database, StatementCatalogue catalogue, ErrorMapper mapper);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs the named statement with `parameters`; the query stands before its first row.
    Result<QSqlQuery *> run(const QString &name, const workflow::Parameters &parameters);

    Result<void> begin();
    Result<void> commitTransaction();
    void rollback();

    /// Runs text that is no statement of the catalogue: migrations and settings only.
    Result<void> runScript(const QString &sql);
    /// First column of each row of a script's query.
    Result<QStringList> readColumn(const QString &sql);

    QSqlDatabase &database() { return m_database; }

private:
    struct Prepared
    {
        std::unique_ptr<QSqlQuery> query;
        QStringList parameters;
    };
    Result<Prepared *> prepared(const QString &name);

    QSqlDatabase m_database;
    StatementCatalogue m_catalogue;
    ErrorMapper m_mapError;
    std::unordered_map<QString, Prepared> m_prepared;
};

} // namespace simiao::storage
