#include "sqlite_writing.h"

#include "sqlite_errors.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QStringEncoder>
#include <QVariant>

#include <sqlite3.h>

namespace simiao::sqlite {

namespace {

Error lastError(sqlite3 *database)
{
    return mapError({{},
                     QString::fromUtf8(sqlite3_errmsg(database)),
                     QSqlError::StatementError,
                     QString::number(sqlite3_extended_errcode(database))});
}

using Prepared = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

class SqliteStatement : public storage::WritingStatement
{
public:
    SqliteStatement(sqlite3 *database, Prepared statement)
        : m_database(database)
        , m_statement(std::move(statement))
    {
    }

    Result<qint64> run(std::span<const Scalar *const> values) override
    {
        const bool isDone = isBound(values) && sqlite3_step(m_statement.get()) == SQLITE_DONE;
        const auto written =
            isDone ? Result<qint64>(sqlite3_changes64(m_database)) : Result<qint64>(lastError(m_database));
        sqlite3_reset(m_statement.get());
        sqlite3_clear_bindings(m_statement.get()); // they point to what is not SQLite's
        return written;
    }

private:
    bool isBound(std::span<const Scalar *const> values)
    {
        makeRoom(values);
        m_end = m_text.data();
        int parameter = 0;
        for (const auto *value : values) {
            if (bind(++parameter, *value) != SQLITE_OK)
                return false;
        }
        return true;
    }

    /// For all texts at once: what is bound must not move. A UTF-16 unit is at most three bytes.
    void makeRoom(std::span<const Scalar *const> values)
    {
        qsizetype room = 1; // an empty text needs an address too
        for (const auto *value : values) {
            const auto *text = std::get_if<QString>(value);
            room += text ? 3 * text->size() : 0;
        }
        if (m_text.size() < room)
            m_text.resize(room);
    }

    int bind(int parameter, const Scalar &value)
    {
        auto *statement = m_statement.get();
        if (const auto *number = std::get_if<qint64>(&value))
            return sqlite3_bind_int64(statement, parameter, *number);
        if (const auto *text = std::get_if<QString>(&value)) {
            char *begin = std::exchange(m_end, m_encode.appendToBuffer(m_end, *text));
            return sqlite3_bind_text64(statement, parameter, begin, sqlite3_uint64(m_end - begin),
                                       SQLITE_STATIC, SQLITE_UTF8);
        }
        if (const auto *bytes = std::get_if<QByteArray>(&value); bytes && !bytes->isNull())
            return sqlite3_bind_blob64(statement, parameter, bytes->constData(),
                                       sqlite3_uint64(bytes->size()), SQLITE_STATIC);
        return sqlite3_bind_null(statement, parameter);
    }

    sqlite3 *m_database;
    Prepared m_statement;
    QStringEncoder m_encode{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    QByteArray m_text; ///< the texts that are bound
    char *m_end = nullptr;
};

/// The driver's own handle; null when it is not one of SQLite.
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    const bool isSqlite = handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0;
    return isSqlite ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

} // namespace

storage::PrepareWriting writingWithSqlite(const QSqlDatabase &database)
{
    // SQLite numbers named parameters as they first come, which is their order in the catalogue.
    return
        [handle = handleOf(database)](
            const QString &sql, const QStringList &) -> Result<std::unique_ptr<storage::WritingStatement>> {
            sqlite3_stmt *statement = nullptr;
            const QByteArray text = sql.toUtf8();
            if (sqlite3_prepare_v3(handle, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT,
                                   &statement, nullptr)
                != SQLITE_OK)
                return lastError(handle);
            return std::unique_ptr<storage::WritingStatement>(
                std::make_unique<SqliteStatement>(handle, Prepared(statement, &sqlite3_finalize)));
        };
}

} // namespace simiao::sqlite
