#include "storage/sql/bound_query.h"

#include "storage/mapping/row_mapping.h"

namespace simiao::storage {

BoundQuery::BoundQuery(QSqlQuery query, const QStringList &parameters, ErrorMapper mapError)
    : m_query(std::move(query))
    , m_mapError(std::move(mapError))
{
    for (const QString &parameter : parameters)
        m_placeholders.append(u':' + parameter);
}

Result<BoundQuery> BoundQuery::prepare(const QSqlDatabase &database,
                                       const QString &sql,
                                       const QStringList &parameters,
                                       ErrorMapper mapError)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return mapError(query.lastError());
    return BoundQuery(std::move(query), parameters, std::move(mapError));
}

Result<void> BoundQuery::run(std::span<const Scalar *const> values)
{
    for (qsizetype at = 0; at < m_placeholders.size(); ++at)
        m_query.bindValue(m_placeholders.at(at), toVariant(*values[std::size_t(at)]));
    return m_query.exec() ? ok() : Result<void>(error());
}

} // namespace simiao::storage
