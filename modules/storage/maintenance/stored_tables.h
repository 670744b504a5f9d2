#pragma once

#include "domain/base/row.h"

#include <vector>

namespace simiao::storage {

/// A table with the statements that read it whole and put a row back.
struct StoredTable
{
    const TypeInfo *type = nullptr;
    QString all;
    QString insert;
};

/// The tables of all entities, in an order in which rows can be put back: triggers find the charges of an invoice.
std::vector<StoredTable> entityTables();

/// What the store keeps for itself: running numbers, and the receipts of commands. Audit links have a chain of their own.
std::vector<StoredTable> bookkeepingTables();

} // namespace simiao::storage
