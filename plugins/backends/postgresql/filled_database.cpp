#include "filled_database.h"

#include "core/try.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

Result<void> runAll(Connection &connection, const QStringList &statements)
{
    for (const auto &statement : statements) {
        TRY_VOID(connection.runScript(statement));
    }
    return ok();
}

/// \param what  "GRANT CONNECT ON DATABASE %I TO simiao_desk"
Result<void> ofThisDatabase(Connection &connection, const QString &what)
{
    return connection.runScript(u"DO $$ BEGIN EXECUTE format('"_s + what
                                + u"', current_database()); END $$"_s);
}

/// Of one that fills it at the same time, or whose client was killed and whom the server still ends.
Result<void> beTheOnlyOne(Connection &connection)
{
    TRY(const auto locked,
        connection.readColumn(u"SELECT pg_try_advisory_lock(hashtext('simiao restore'))"_s));
    return locked.value(0) == "true"_L1
        ? ok()
        : Result<void>(Error{ErrorKind::Conflict, u"server.restore-running"_s});
}

/// What a killed one left, also its program where that goes on by itself.
Result<void> takeAwayHalf(Connection &connection)
{
    TRY(const auto mark,
        connection.readColumn(u"SELECT 1 FROM pg_namespace WHERE nspname = 'simiao_restoring'"_s));
    if (mark.isEmpty())
        return ok();
    TRY_VOID(connection.runScript(
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
        "AND usename = current_user AND pid <> pg_backend_pid()"_s));
    return emptyAgain(connection);
}

/// What shall be filled holds nothing.
Result<void> refuseFilled(Connection &connection)
{
    TRY(const auto tables,
        connection.readColumn(
            u"SELECT tablename FROM pg_tables WHERE schemaname IN ('simiao', 'simiao_api')"_s));
    return tables.isEmpty() ? ok()
                            : Result<void>(Error{ErrorKind::Conflict, u"server.not-empty"_s, tables.first()});
}

} // namespace

Result<void> keepDesksOut(Connection &connection)
{
    return ofThisDatabase(connection, u"REVOKE CONNECT ON DATABASE %I FROM simiao_desk"_s);
}

Result<void> letDesksIn(Connection &connection)
{
    return ofThisDatabase(connection, u"GRANT CONNECT ON DATABASE %I TO simiao_desk"_s);
}

Result<void> beginFilling(Connection &connection)
{
    TRY_VOID(beTheOnlyOne(connection));
    TRY_VOID(takeAwayHalf(connection));
    TRY_VOID(refuseFilled(connection));
    return connection.runScript(u"CREATE SCHEMA simiao_restoring"_s);
}

Result<void> endFilling(Connection &connection)
{
    TRY_VOID(runAll(connection, {u"BEGIN"_s, u"DROP SCHEMA simiao_restoring"_s}));
    TRY_VOID(letDesksIn(connection));
    return connection.runScript(u"COMMIT"_s);
}

Result<void> emptyAgain(Connection &connection)
{
    connection.rollback();
    return runAll(connection,
                  {u"RESET ROLE"_s, u"DROP SCHEMA IF EXISTS simiao_api CASCADE"_s,
                   u"DROP SCHEMA IF EXISTS simiao CASCADE"_s,
                   u"DROP SCHEMA IF EXISTS simiao_restoring CASCADE"_s});
}

} // namespace simiao::postgresql
