#pragma once

#include "domain/base/row.h"

#include <QSqlQuery>
#include <QVariant>

namespace simiao::storage {

/// A scalar as the driver binds it; null becomes SQL NULL.
QVariant toVariant(const Scalar &value);

/// The driver's value as a scalar of `kind`; `row.value` when the stored type is another.
Result<Scalar> fromVariant(StorageKind kind, const QVariant &value);

/// SHA-256 of the row's canonical JSON: what row_hash holds.
QByteArray rowHash(const TypeInfo &type, const Row &row);

/// The current row of `query`, columns by name. Corrupt `row.hash` (detail: table and id) when the stored hash differs.
Result<Row> readRow(const TypeInfo &type, const QSqlQuery &query);

} // namespace simiao::storage
