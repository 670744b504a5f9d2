#pragma once

#include "domain/base/row.h"
#include "workflow/ports/unit_of_work.h"

#include <QSqlQuery>
#include <QVariant>

namespace simiao::storage {

/// A scalar as the driver binds it; null becomes SQL NULL.
QVariant toVariant(const Scalar &value);

/// The driver's value as a scalar of `kind`; `row.value` when the stored type is another.
Result<Scalar> fromVariant(StorageKind kind, const QVariant &value);

/// SHA-256 of the row's canonical JSON: what row_hash holds.
QByteArray rowHash(const TypeInfo &type, const Row &row);

/// The named values that insert/<table> and update/<table> take: every field, and `hash` as row_hash (none for a counter).
workflow::Parameters rowParameters(const TypeInfo &type, const Row &row, const QByteArray &hash);

/// Reads the rows of one result: where each column stands is looked up once, not for every row.
class RowReader
{
public:
    /// \param query  executed; outlives the reader, as `type` does
    RowReader(const TypeInfo &type, const QSqlQuery &query);

    /// The current row. Corrupt `row.hash` (detail: table and id) when the stored hash differs, `row.value` (detail: field)
    /// when a value does not fit.
    Result<Row> read() const;

private:
    const TypeInfo &m_type;
    const QSqlQuery &m_query;
    std::vector<int> m_columns; ///< of each field
    int m_hash;
};

} // namespace simiao::storage
