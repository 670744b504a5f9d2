#include "storage/sql/reading_statement.h"

#include "core/try.h"
#include "storage/mapping/row_mapping.h"
#include "storage/sql/bound_query.h"

#include <QSqlRecord>

namespace simiao::storage {

namespace {

class QtSqlReading : public ReadingStatement
{
public:
    explicit QtSqlReading(BoundQuery query)
        : m_bound(std::move(query))
    {
    }

    Result<void> run(std::span<const Scalar *const> values) override { return m_bound.run(values); }
    Result<bool> next() override
    {
        if (m_bound.query().next())
            return true;
        return m_bound.query().lastError().isValid() ? Result<bool>(m_bound.error()) : false;
    }
    void finish() override { m_bound.query().finish(); }

    int columnOf(const QString &name) const override { return m_bound.query().record().indexOf(name); }
    Result<Scalar> value(int column, StorageKind kind) const override
    {
        return fromVariant(kind, m_bound.query().value(column));
    }
    qint64 integer(int column) const override { return m_bound.query().value(column).toLongLong(); }
    QByteArray bytes(int column) const override { return m_bound.query().value(column).toByteArray(); }

private:
    BoundQuery m_bound;
};

} // namespace

PrepareReading readingWithQtSql(QSqlDatabase database, ErrorMapper mapError)
{
    return [database, mapError](const QString &sql,
                                const QStringList &parameters) -> Result<std::unique_ptr<ReadingStatement>> {
        TRY(auto query, BoundQuery::prepare(database, sql, parameters, mapError));
        return std::unique_ptr<ReadingStatement>(std::make_unique<QtSqlReading>(std::move(query)));
    };
}

} // namespace simiao::storage
