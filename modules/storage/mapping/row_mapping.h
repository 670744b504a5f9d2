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

/// The current row of `query`, columns by name. Corrupt `row.hash` (detail: table and id) when the stored hash differs.
Result<Row> readRow(const TypeInfo &type, const QSqlQuery &query);

} // namespace simiao::storage
