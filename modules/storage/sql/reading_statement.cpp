#include "storage/sql/reading_statement.h"

#include "storage/mapping/row_mapping.h"

#include <QSqlQuery>
#include <QSqlRecord>

namespace simiao::storage {

namespace {

class QtSqlReading : public ReadingStatement
{
public:
    QtSqlReading(QSqlQuery query, const QStringList &parameters, ErrorMapper mapError)
        : m_query(std::move(query))
        , m_mapError(std::move(mapError))
    {
        for (const QString &parameter : parameters)
            m_placeholders.append(u':' + parameter);
    }

    Result<void> run(std::span<const Scalar *const> values) override
    {
        for (qsizetype at = 0; at < m_placeholders.size(); ++at)
            m_query.bindValue(m_placeholders.at(at), toVariant(*values[std::size_t(at)]));
        return m_query.exec() ? ok() : Result<void>(m_mapError(m_query.lastError()));
    }
    Result<bool> next() override
    {
        if (m_query.next())
            return true;
        return m_query.lastError().isValid() ? Result<bool>(m_mapError(m_query.lastError())) : false;
    }
    void finish() override { m_query.finish(); }

    int columnOf(const QString &name) const override { return m_query.record().indexOf(name); }
    Result<Scalar> value(int column, StorageKind kind) const override
    {
        return fromVariant(kind, m_query.value(column));
    }
    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }

private:
    QSqlQuery m_query;
    QStringList m_placeholders; ///< as they stand in the statement
    ErrorMapper m_mapError;
};

} // namespace

PrepareReading readingWithQtSql(QSqlDatabase database, ErrorMapper mapError)
{
    return [database, mapError](const QString &sql,
                                const QStringList &parameters) -> Result<std::unique_ptr<ReadingStatement>> {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return mapError(query.lastError());
        return std::unique_ptr<ReadingStatement>(
            std::make_unique<QtSqlReading>(std::move(query), parameters, mapError));
    };
}

} // namespace simiao::storage
