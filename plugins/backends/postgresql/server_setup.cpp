#include "server_setup.h"

#include "core/disk.h"
#include "core/try.h"

#include <QRegularExpression>

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

Result<storage::SchemaState> asOwner(
    Connection &connection,
    const QString &sqlFolder,
    Result<storage::SchemaState> (*migrate)(Connection &, const std::vector<storage::Migration> &))
{
    TRY(const auto migrations, migrationsIn(sqlFolder));
    TRY_VOID(becomeOwner(connection));
    TRY(const auto state, migrate(connection, migrations));
    TRY_VOID(runFile(connection, sqlFolder + u"/postgresql/grants.sql"_s));
    return state;
}

} // namespace

Result<storage::SchemaState> setUpDatabase(Connection &connection, const QString &sqlFolder)
{
    TRY_VOID(connection.runScript(u"RESET ROLE"_s)); // who is asked again is the owner by now
    TRY_VOID(runFile(connection, sqlFolder + u"/postgresql/setup.sql"_s));
    return asOwner(connection, sqlFolder, storage::migrateUp);
}

Result<storage::SchemaState> takeBackMigration(Connection &connection, const QString &sqlFolder)
{
    return asOwner(connection, sqlFolder, storage::migrateDown);
}

Result<void> admitDesk(const OpenServer &server, const QString &login, const QString &password)
{
    static const QRegularExpression plain(u"^[a-z][a-z0-9_]{0,62}$"_s);
    if (!plain.match(login).hasMatch())
        return Error{ErrorKind::Invalid, u"server.login-name"_s, login};
    if (password.isEmpty())
        return Error{ErrorKind::Invalid, u"server.login-password"_s, login};
    TRY(const auto verifier, server.wire->passwordVerifier(login.toUtf8(), password.toUtf8()));
    const QByteArray name = login.toUtf8(); // plain: nothing in it ends a name or a literal
    const QByteArray made = "DO $$ BEGIN"
                            " IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '"
        + name
        + "' AND (rolsuper OR rolcreaterole OR rolname = current_user"
          " OR rolname LIKE 'pg\\_%' OR rolname LIKE 'simiao\\_%')) THEN"
          " RAISE EXCEPTION USING ERRCODE = 'SM001', MESSAGE = 'server.login-name', DETAIL = '"
        + name
        + "'; END IF;"
          " CREATE ROLE \""
        + name
        + "\" LOGIN IN ROLE simiao_desk;"
          " EXCEPTION WHEN duplicate_object THEN GRANT simiao_desk TO \""
        + name + "\"; END $$";
    TRY_VOID(server.wire->runText(made));
    // A verifier is base64, colons and dollars: nothing that ends a literal.
    TRY_VOID(server.wire->runText("ALTER ROLE \"" + name + "\" LOGIN PASSWORD '" + verifier + '\''));
    return ok();
}

Result<int> programSchema(const QString &sqlFolder)
{
    TRY(const auto migrations, migrationsIn(sqlFolder));
    return migrations.back().number;
}

} // namespace simiao::postgresql
