#include "storage/sql/writing_statement.h"

#include "core/try.h"
#include "storage/sql/bound_query.h"

namespace simiao::storage {

namespace {

class QtSqlStatement : public WritingStatement
{
public:
    explicit QtSqlStatement(BoundQuery query)
        : m_bound(std::move(query))
    {
    }

    Result<qint64> run(std::span<const Scalar *const> values) override
    {
        TRY_VOID(m_bound.run(values));
        return qint64(m_bound.query().numRowsAffected());
    }

private:
    BoundQuery m_bound;
};

} // namespace

PrepareWriting writingWithQtSql(QSqlDatabase database, ErrorMapper mapError)
{
    return [database, mapError](const QString &sql,
                                const QStringList &parameters) -> Result<std::unique_ptr<WritingStatement>> {
        TRY(auto query, BoundQuery::prepare(database, sql, parameters, mapError));
        return std::unique_ptr<WritingStatement>(std::make_unique<QtSqlStatement>(std::move(query)));
    };
}

} // namespace simiao::storage
