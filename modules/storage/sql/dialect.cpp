#include "storage/sql/dialect.h"

namespace simiao::storage {

Dialect sqliteDialect()
{
    return {
        QStringLiteral("BEGIN IMMEDIATE"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT "
                       "NOT NULL, checksum TEXT NOT NULL) STRICT"),
        QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")};
}

} // namespace simiao::storage
