#pragma once

#include "domain/base/row.h"

namespace simiao::storage {

/// The bytes of `rowToJson(type, row).canonical()` without building the JSON: every row that is read or written is hashed, and
/// a record has thousands. A document is taken as it is stored; one that is not canonical gives another hash, which is right.
QByteArray canonicalRow(const TypeInfo &type, const Row &row);

} // namespace simiao::storage
