#pragma once

#include <QString>

namespace simiao::storage {

/// What each database writes in its own way, outside the catalogue.
struct Dialect
{
    QString begin;              ///< begins a transaction that will write
    QString createVersionTable; ///< schema_version (number, name, checksum), where it is not there
    QString tables;             ///< names of all tables there are
};

Dialect sqliteDialect();

} // namespace simiao::storage
