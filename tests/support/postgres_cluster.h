#pragma once

#include <QString>

namespace simiao::test {

/// Folder of PostgreSQL's programs, the newest installed ("/usr/lib/postgresql/15/bin"); empty where there are none.
QString postgresPrograms();

/// Makes a data folder ("cluster") that has never served, owned by serverAccount(): superuser postgres, UTF-8, sorted by C.UTF-8,
/// with checksums of pages. The first of a build tree takes initdb's time, the others are copies of it, so all of them have one
/// system identifier. What stands in test.conf beside postgresql.conf is laid over it.
/// \param folder  does not exist yet
/// \returns what went wrong; empty where nothing did
QString makePostgresCluster(const QString &folder);

} // namespace simiao::test
