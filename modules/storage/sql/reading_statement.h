#pragma once

#include "core/result.h"
#include "domain/base/row.h"
#include "storage/sql/writing_statement.h"

#include <functional>
#include <memory>
#include <span>
#include <utility>

namespace simiao::storage {

/// One prepared statement that gives rows. Columns count from 0.
/// \thread  the SQL thread only
class ReadingStatement
{
public:
    virtual ~ReadingStatement() = default;

    /// Runs it; it stands before its first row. \param values  of its parameters, in their order
    virtual Result<void> run(std::span<const Scalar *const> values) = 0;
    /// Goes to the next row, if there is one. An error where it cannot be read: a damaged page is not the end of a table.
    virtual Result<bool> next() = 0;
    /// Lets go of what it reads, so that others may write it.
    virtual void finish() = 0;

    /// Of the statement as it was run; -1 when it has no such column.
    virtual int columnOf(const QString &name) const = 0;
    /// `row.value` when what is stored is of another kind.
    virtual Result<Scalar> value(int column, StorageKind kind) const = 0;
    virtual qint64 integer(int column) const = 0;
    /// Of a text its UTF-8.
    virtual QByteArray bytes(int column) const = 0;
};

/// A statement that was run, until this goes.
class Cursor
{
public:
    explicit Cursor(ReadingStatement *statement)
        : m_statement(statement)
    {
    }
    Cursor(Cursor &&other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr))
    {
    }
    Cursor &operator=(Cursor &&other) noexcept
    {
        std::swap(m_statement, other.m_statement);
        return *this;
    }
    ~Cursor()
    {
        if (m_statement)
            m_statement->finish();
    }

    ReadingStatement *operator->() const { return m_statement; }
    ReadingStatement &operator*() const { return *m_statement; }

private:
    ReadingStatement *m_statement;
};

/// Prepares `sql`, whose parameters, each once and in their order, are `parameters` (names without colon).
using PrepareReading =
    std::function<Result<std::unique_ptr<ReadingStatement>>(const QString &sql,
                                                            const QStringList &parameters)>;

/// The way of every driver of QtSql. A back-end whose library can be asked directly has a faster one of its own.
PrepareReading readingWithQtSql(QSqlDatabase database, ErrorMapper mapError);

} // namespace simiao::storage
