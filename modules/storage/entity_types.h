#pragma once

#include "domain/base/row.h"

#include <vector>

namespace simiao::storage {

/// Every type that has a table.
std::vector<const TypeInfo *> entityTypes();

} // namespace simiao::storage
