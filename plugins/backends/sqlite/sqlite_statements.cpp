#include "sqlite_statements.h"

#include "bound_statement.h"
#include "core/try.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

namespace simiao::sqlite {

namespace {

class Writing : public storage::WritingStatement
{
public:
    explicit Writing(BoundStatement statement)
        : m_statement(std::move(statement))
    {
    }

    Result<qint64> run(std::span<const Scalar *const> values) override
    {
        TRY_VOID(m_statement.bind(values));
        const bool isDone = m_statement.step() == SQLITE_DONE;
        auto *database = m_statement.database();
        const auto written =
            isDone ? Result<qint64>(sqlite3_changes64(database)) : Result<qint64>(lastError(database));
        m_statement.reset();
        return written;
    }

private:
    BoundStatement m_statement;
};

class Reading : public storage::ReadingStatement
{
public:
    explicit Reading(BoundStatement statement)
        : m_statement(std::move(statement))
    {
    }

    /// The first row is read at once, as drivers do: who asks for something that cannot be done hears of it here.
    Result<void> run(std::span<const Scalar *const> values) override
    {
        TRY_VOID(m_statement.bind(values));
        m_state = m_statement.step();
        m_isFirst = true;
        return m_state == SQLITE_ROW || m_state == SQLITE_DONE ? ok() : Result<void>(failed());
    }
    Result<bool> next() override
    {
        if (!std::exchange(m_isFirst, false) && m_state == SQLITE_ROW)
            m_state = m_statement.step();
        if (m_state == SQLITE_ROW || m_state == SQLITE_DONE)
            return m_state == SQLITE_ROW;
        return failed();
    }
    void finish() override { m_statement.reset(); }

    int columnOf(const QString &name) const override
    {
        for (int column = 0; column < sqlite3_column_count(handle()); ++column) {
            if (name == QLatin1StringView(sqlite3_column_name(handle(), column)))
                return column;
        }
        return -1;
    }
    Result<Scalar> value(int column, StorageKind kind) const override
    {
        const int stored = sqlite3_column_type(handle(), column);
        if (stored == SQLITE_NULL)
            return Scalar{};
        switch (kind) {
        case StorageKind::Id: return Scalar{bytes(column)};
        case StorageKind::Integer:
        case StorageKind::Boolean:
        case StorageKind::Money:
        case StorageKind::Instant:
            return stored == SQLITE_INTEGER ? Result<Scalar>(Scalar{integer(column)}) : badValue({});
        case StorageKind::Text:
        case StorageKind::Code:
        case StorageKind::Decimal:
        case StorageKind::Date:
        case StorageKind::Document: return Scalar{QString::fromUtf8(view(column))};
        }
        return badValue({});
    }
    qint64 integer(int column) const override { return sqlite3_column_int64(handle(), column); }
    QByteArray bytes(int column) const override { return view(column).toByteArray(); }

private:
    sqlite3_stmt *handle() const { return m_statement.handle(); }
    Error failed() const { return lastError(m_statement.database()); }
    /// Until the next step.
    QByteArrayView view(int column) const
    {
        const void *data = sqlite3_column_type(handle(), column) == SQLITE_BLOB
            ? sqlite3_column_blob(handle(), column)
            : sqlite3_column_text(handle(), column);
        return {static_cast<const char *>(data), qsizetype(sqlite3_column_bytes(handle(), column))};
    }

    BoundStatement m_statement;
    int m_state = SQLITE_DONE;
    bool m_isFirst = false;
};

/// The driver's own handle; null when it is not one of SQLite.
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    const bool isSqlite = handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0;
    return isSqlite ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

/// SQLite numbers named parameters as they first come, which is their order in the catalogue.
template <typename Statement, typename Native>
auto preparing(const QSqlDatabase &database)
{
    return [handle = handleOf(database)](const QString &sql,
                                         const QStringList &) -> Result<std::unique_ptr<Statement>> {
        TRY(auto statement, BoundStatement::prepare(handle, sql));
        return std::unique_ptr<Statement>(std::make_unique<Native>(std::move(statement)));
    };
}

} // namespace

storage::PrepareReading readingWithSqlite(const QSqlDatabase &database)
{
    return preparing<storage::ReadingStatement, Reading>(database);
}

storage::PrepareWriting writingWithSqlite(const QSqlDatabase &database)
{
    return preparing<storage::WritingStatement, Writing>(database);
}

} // namespace simiao::sqlite
