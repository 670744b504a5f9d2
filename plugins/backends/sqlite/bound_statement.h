#pragma once

#include "core/result.h"
#include "domain/base/row.h"

#include <QByteArray>
#include <QStringEncoder>

#include <memory>
#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace simiao::sqlite {

/// What SQLite says is wrong with the last thing it was asked, in our words.
Error lastError(sqlite3 *database);

/// A prepared statement of SQLite and the values that are bound to it.
/// \thread  that of its connection
class BoundStatement
{
public:
    /// \param database  outlives it
    static Result<BoundStatement> prepare(sqlite3 *database, const QString &sql);

    /// Puts the statement before its first row, with these values, which it keeps.
    Result<void> bind(std::span<const Scalar *const> values);
    /// As sqlite3_step() says it.
    int step();
    /// Lets go of the values and of what it reads.
    void reset();

    sqlite3 *database() const { return m_database; }
    sqlite3_stmt *handle() const { return m_statement.get(); }

private:
    using Prepared = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)>;

    BoundStatement(sqlite3 *database, Prepared statement);
    void makeRoom(std::span<const Scalar *const> values);
    int bindOne(int parameter, const Scalar &value);

    sqlite3 *m_database;
    Prepared m_statement;
    QStringEncoder m_encode{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    QByteArray m_bound; ///< the texts and bytes: rows are read when whoever gave them has gone
    char *m_end = nullptr;
};

} // namespace simiao::sqlite
