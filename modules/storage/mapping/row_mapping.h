#pragma once

#include "domain/base/row.h"
#include "storage/sql/reading_statement.h"

#include <QVariant>

namespace simiao::storage {

/// A scalar as the driver binds it; null becomes SQL NULL.
QVariant toVariant(const Scalar &value);

/// The driver's value as a scalar of `kind`; `row.value` when the stored type is another.
Result<Scalar> fromVariant(StorageKind kind, const QVariant &value);

/// SHA-256 of the row's canonical JSON: what row_hash holds.
QByteArray rowHash(const TypeInfo &type, const Row &row);

/// Where the fields of a type stand in the rows of one statement.
struct RowColumns
{
    std::vector<int> fields; ///< in the order of the field table
    int hash = -1;
    int previous = -1; ///< of a link of the audit trail, whose row hash is its link's
    int link = -1;
};

/// \param statement  run
RowColumns columnsOf(const TypeInfo &type, const ReadingStatement &statement);

/// Reads the rows of one result.
class RowReader
{
public:
    /// \param statement  run; outlives the reader, as `type` does
    RowReader(const TypeInfo &type, const ReadingStatement &statement)
        : RowReader(type, statement, columnsOf(type, statement))
    {
    }
    RowReader(const TypeInfo &type, const ReadingStatement &statement, RowColumns columns)
        : m_type(type)
        , m_statement(statement)
        , m_columns(std::move(columns))
    {
    }

    /// The current row. Corrupt `row.hash` (detail: table and id) when the stored hash differs, `audit.edited` (its number) for a
    /// link of the trail, `row.value` (detail: field) when a value does not fit.
    Result<Row> read() const;
    /// The same, whatever its hash says: for a row that a statement has just changed.
    Result<Row> readChanged() const;

private:
    bool isAsWritten(const Row &row) const;
    bool isAsSealed(const Row &row) const;

    const TypeInfo &m_type;
    const ReadingStatement &m_statement;
    RowColumns m_columns;
};

} // namespace simiao::storage
