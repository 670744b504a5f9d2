#include "server_setup.h"

#include "core/disk.h"
#include "core/try.h"
#include "open_doors.h"
#include "server_probes.h"
#include "staff_roles.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

Result<std::vector<storage::Migration>> migrationsIn(const QString &sqlFolder)
{
    return storage::readMigrations(sqlFolder + u"/postgresql/migrations"_s);
}

Result<void> runFile(Connection &connection, const QString &path)
{
    TRY(const auto bytes, systemDisk()->read(path));
    for (const auto &statement : storage::splitStatements(QString::fromUtf8(bytes))) {
        TRY_VOID(connection.runScript(statement));
    }
    return ok();
}

/// What is made from now on belongs to the role nobody logs in as.
Result<void> becomeOwner(Connection &connection)
{
    TRY_VOID(connection.runScript(u"SET ROLE simiao_owner"_s));
    return connection.runScript(u"SET search_path = simiao"_s);
}

/// The server's role of each role of the hospital; nobody logs in as them.
Result<void> makeStaffRoles(Connection &connection, const QString &rulesFolder)
{
    TRY(const auto roles, rolesIn(rulesFolder));
    for (const auto &role : roles) {
        TRY_VOID(connection.runScript(
            u"DO $$ BEGIN CREATE ROLE \"%1\" NOLOGIN;"
            " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"_s.arg(staffRole(role))));
    }
    return ok();
}

/// Who may do what and what each act writes: the server refuses the rest by these.
Result<void> takeRules(Connection &connection, const QString &rulesFolder)
{
    TRY(const auto roles, systemDisk()->read(rulesFolder + u"/roles.json"_s));
    TRY(const auto acts, systemDisk()->read(rulesFolder + u"/server_acts.json"_s));
    TRY(const auto rows,
        connection.run(u"keeper/take_rules"_s,
                       {{u"roles"_s, QString::fromUtf8(roles)}, {u"acts"_s, QString::fromUtf8(acts)}}));
    TRY_VOID(rows->next());
    return ok();
}

Result<storage::SchemaState> asOwner(
    Connection &connection,
    const QString &sqlFolder,
    Result<storage::SchemaState> (*migrate)(Connection &, const std::vector<storage::Migration> &))
{
    TRY(const auto migrations, migrationsIn(sqlFolder));
    TRY_VOID(becomeOwner(connection));
    TRY(const auto state, migrate(connection, migrations));
    if (state.version > 0) {
        for (const auto *rules : {"acting", "demands", "views", "amounts"}) {
            TRY_VOID(runFile(connection, sqlFolder + u"/postgresql/%1.sql"_s.arg(QLatin1StringView(rules))));
        }
        TRY_VOID(takeRules(connection, sqlFolder + u"/../rules"_s));
    }
    TRY_VOID(runFile(connection, sqlFolder + u"/postgresql/grants.sql"_s));
    return state;
}

} // namespace

Result<void> prepareDatabase(Connection &connection, const QString &sqlFolder)
{
    TRY_VOID(connection.runScript(u"RESET ROLE"_s)); // who is asked again is the owner by now
    TRY_VOID(probeServer(connection, sqlFolder));
    TRY_VOID(runFile(connection, sqlFolder + u"/postgresql/setup.sql"_s));
    TRY_VOID(closeFunctions(connection));
    return makeStaffRoles(connection, sqlFolder + u"/../rules"_s);
}

Result<storage::SchemaState> setUpDatabase(Connection &connection, const QString &sqlFolder)
{
    TRY_VOID(prepareDatabase(connection, sqlFolder));
    return asOwner(connection, sqlFolder, storage::migrateUp);
}

Result<storage::SchemaState> bringUpToDate(Connection &connection, const QString &sqlFolder)
{
    TRY(const auto path, connection.readColumn(u"SHOW search_path"_s));
    TRY(const auto state, asOwner(connection, sqlFolder, storage::migrateUp));
    TRY_VOID(connection.runScript(u"RESET ROLE"_s));
    TRY_VOID(connection.runScript(u"SET search_path = "_s + path.value(0)));
    return state;
}

Result<storage::SchemaState> takeBackMigration(Connection &connection, const QString &sqlFolder)
{
    return asOwner(connection, sqlFolder, storage::migrateDown);
}

Result<void> takeSite(Connection &connection, const QString &site)
{
    TRY(const auto rows, connection.run(u"keeper/take_site"_s, {{u"site"_s, site}}));
    TRY_VOID(rows->next());
    return ok();
}

Result<int> programSchema(const QString &sqlFolder)
{
    TRY(const auto migrations, migrationsIn(sqlFolder));
    return migrations.back().number;
}

} // namespace simiao::postgresql
