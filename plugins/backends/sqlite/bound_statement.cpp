#include "bound_statement.h"

#include "sqlite_errors.h"

#include <QSqlError>

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace simiao::sqlite {

Error lastError(sqlite3 *database)
{
    return mapError({{},
                     QString::fromUtf8(sqlite3_errmsg(database)),
                     QSqlError::StatementError,
                     QString::number(sqlite3_extended_errcode(database))});
}

BoundStatement::BoundStatement(sqlite3 *database, Prepared statement)
    : m_database(database)
    , m_statement(std::move(statement))
{
}

Result<BoundStatement> BoundStatement::prepare(sqlite3 *database, const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray text = sql.toUtf8();
    const int prepared = sqlite3_prepare_v3(database, text.constData(), int(text.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (prepared != SQLITE_OK)
        return lastError(database);
    return BoundStatement(database, Prepared(statement, &sqlite3_finalize));
}

Result<void> BoundStatement::bind(std::span<const Scalar *const> values)
{
    reset(); // whoever read it may have stopped in the middle
    makeRoom(values);
    m_end = m_bound.data();
    int parameter = 0;
    for (const auto *value : values) {
        if (bindOne(++parameter, *value) != SQLITE_OK)
            return lastError(m_database);
    }
    return ok();
}

int BoundStatement::step()
{
    return sqlite3_step(m_statement.get());
}

void BoundStatement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get()); // they point to m_bound
}

/// For all values at once: what is bound must not move. A UTF-16 unit is at most three bytes.
void BoundStatement::makeRoom(std::span<const Scalar *const> values)
{
    qsizetype room = 1; // an empty text needs an address too
    for (const auto *value : values) {
        if (const auto *text = std::get_if<QString>(value))
            room += 3 * text->size();
        else if (const auto *bytes = std::get_if<QByteArray>(value))
            room += bytes->size();
    }
    if (m_bound.size() < room)
        m_bound.resize(room);
}

int BoundStatement::bindOne(int parameter, const Scalar &value)
{
    auto *statement = m_statement.get();
    if (const auto *number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(statement, parameter, *number);
    if (const auto *text = std::get_if<QString>(&value)) {
        char *begin = std::exchange(m_end, m_encode.appendToBuffer(m_end, *text));
        return sqlite3_bind_text64(statement, parameter, begin, sqlite3_uint64(m_end - begin), SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value); bytes && !bytes->isNull()) {
        char *begin = std::exchange(m_end, std::copy(bytes->begin(), bytes->end(), m_end));
        return sqlite3_bind_blob64(statement, parameter, begin, sqlite3_uint64(m_end - begin), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, parameter);
}

} // namespace simiao::sqlite
