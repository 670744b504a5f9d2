#include "storage/sql/writing_statement.h"

#include "storage/mapping/row_mapping.h"

#include <QSqlQuery>

namespace simiao::storage {

namespace {

class QtSqlStatement : public WritingStatement
{
public:
    QtSqlStatement(QSqlQuery query, const QStringList &parameters, ErrorMapper mapError)
        : m_query(std::move(query))
        , m_mapError(std::move(mapError))
    {
        for (const QString &parameter : parameters)
            m_placeholders.append(u':' + parameter);
    }

    Result<qint64> run(std::span<const Scalar *const> values) override
    {
        for (qsizetype at = 0; at < m_placeholders.size(); ++at)
            m_query.bindValue(m_placeholders.at(at), toVariant(*values[std::size_t(at)]));
        if (!m_query.exec())
            return m_mapError(m_query.lastError());
        return qint64(m_query.numRowsAffected());
    }

private:
    QSqlQuery m_query;
    QStringList m_placeholders; ///< as they stand in the statement
    ErrorMapper m_mapError;
};

} // namespace

PrepareWriting writingWithQtSql(QSqlDatabase database, ErrorMapper mapError)
{
    return [database, mapError](const QString &sql,
                                const QStringList &parameters) -> Result<std::unique_ptr<WritingStatement>> {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return mapError(query.lastError());
        return std::unique_ptr<WritingStatement>(
            std::make_unique<QtSqlStatement>(std::move(query), parameters, mapError));
    };
}

} // namespace simiao::storage
