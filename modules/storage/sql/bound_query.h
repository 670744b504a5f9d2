#pragma once

#include "core/result.h"
#include "domain/base/row.h"
#include "storage/sql/writing_statement.h"

#include <QSqlQuery>
#include <QStringList>

#include <span>

namespace simiao::storage {

/// A query of QtSql that is prepared once and run with the values of its named parameters.
/// \thread  that of its database
class BoundQuery
{
public:
    /// \param parameters  each once and in their order, names without colon
    static Result<BoundQuery> prepare(const QSqlDatabase &database,
                                      const QString &sql,
                                      const QStringList &parameters,
                                      ErrorMapper mapError);

    Result<void> run(std::span<const Scalar *const> values);

    QSqlQuery &query() { return m_query; }
    const QSqlQuery &query() const { return m_query; }
    /// What the driver says is wrong, in our words.
    Error error() const { return m_mapError(m_query.lastError()); }

private:
    BoundQuery(QSqlQuery query, const QStringList &parameters, ErrorMapper mapError);

    QSqlQuery m_query;
    QStringList m_placeholders; ///< as they stand in the statement
    ErrorMapper m_mapError;
};

} // namespace simiao::storage
