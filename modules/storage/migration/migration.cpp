#include "storage/migration/migration.h"

#include "core/disk.h"
#include "core/hash.h"
#include "core/try.h"
#include "storage/sql/connection.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace simiao::storage {

namespace {

Error failure(const QString &reason, const QString &name)
{
    return {ErrorKind::Corrupt, QStringLiteral("migration.") + reason, name};
}

Result<Migration> readMigration(const QString &folder, const QString &directory)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{4})_([a-z0-9_]+)$"));
    const auto match = shape.match(directory);
    if (!match.hasMatch())
        return failure(QStringLiteral("malformed"), directory);
    const auto disk = systemDisk();
    const QDir place(QDir(folder).filePath(directory));
    TRY(const auto up, disk->read(place.filePath(QStringLiteral("up.sql"))));
    TRY(const auto down, disk->read(place.filePath(QStringLiteral("down.sql"))));
    TRY(const auto check, disk->read(place.filePath(QStringLiteral("check.sql"))));
    return Migration{match.captured(1).toInt(),
                     match.captured(2),
                     splitStatements(QString::fromUtf8(up)),
                     splitStatements(QString::fromUtf8(down)),
                     QString::fromUtf8(check),
                     sha256(up).toHex()};
}

QString quoted(const QString &text)
{
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("''"))
        + QLatin1Char('\'');
}

Result<void> runAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        TRY_VOID(connection.runScript(statement));
    }
    return ok();
}

Result<void> check(Connection &connection, const Migration &migration)
{
    TRY(const auto complaints, connection.readColumn(migration.check));
    return complaints.isEmpty() ? ok() : Result<void>(failure(QStringLiteral("check"), complaints.first()));
}

Result<void> applyInTransaction(Connection &connection, const Migration &migration)
{
    TRY_VOID(runAll(connection, migration.up));
    TRY_VOID(connection.runScript(
        QStringLiteral("INSERT INTO schema_version (number, name, checksum) VALUES (%1, %2, %3)")
            .arg(migration.number)
            .arg(quoted(migration.name), quoted(QString::fromLatin1(migration.checksum)))));
    TRY_VOID(check(connection, migration));
    return connection.commitTransaction();
}

Result<void> revertInTransaction(Connection &connection, const Migration &migration)
{
    TRY_VOID(runAll(connection, migration.down));
    TRY_VOID(connection.runScript(
        QStringLiteral("DELETE FROM schema_version WHERE number = %1").arg(migration.number)));
    return connection.commitTransaction();
}

Result<void> inTransaction(Connection &connection,
                           const Migration &migration,
                           Result<void> (*work)(Connection &, const Migration &))
{
    TRY_VOID(connection.begin());
    auto done = work(connection, migration);
    if (!done)
        connection.rollback();
    return done;
}

Result<void> refuseForeign(Connection &connection)
{
    TRY(const auto tables, connection.readColumn(connection.dialect().tables));
    if (!tables.isEmpty() && !tables.contains(QStringLiteral("schema_version")))
        return failure(QStringLiteral("foreign"), tables.first());
    return ok();
}

} // namespace

QStringList splitStatements(const QString &sql)
{
    static const QRegularExpression separator(QStringLiteral("^--;;[ \t]*$"),
                                              QRegularExpression::MultilineOption);
    static const QRegularExpression comment(QStringLiteral("^--[^\n]*(\n|\\z)"),
                                            QRegularExpression::MultilineOption);
    QStringList statements;
    for (const QString &part : sql.split(separator)) {
        const QString statement = QString(part).remove(comment).trimmed();
        if (!statement.isEmpty())
            statements.append(statement);
    }
    return statements;
}

Result<std::vector<Migration>> readMigrations(const QString &folder)
{
    std::vector<Migration> migrations;
    for (const QString &directory : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        TRY(auto migration, readMigration(folder, directory));
        migrations.push_back(std::move(migration));
    }
    if (migrations.empty())
        return failure(QStringLiteral("missing"), folder);
    return migrations;
}

Result<SchemaState> schemaState(Connection &connection, const std::vector<Migration> &migrations)
{
    TRY_VOID(refuseForeign(connection));
    TRY_VOID(connection.runScript(connection.dialect().createVersionTable));
    TRY(const auto applied,
        connection.readColumn(
            QStringLiteral("SELECT number || ' ' || checksum FROM schema_version ORDER BY number")));
    SchemaState state;
    for (const QString &line : applied) {
        state.version = line.section(QLatin1Char(' '), 0, 0).toInt();
        const auto known = std::ranges::find(migrations, state.version, &Migration::number);
        if (known == migrations.end())
            state.isNewerThanProgram = true;
        else if (line.section(QLatin1Char(' '), 1).toLatin1() != known->checksum)
            return failure(QStringLiteral("changed"), known->name);
    }
    return state;
}

Result<SchemaState> migrateUp(Connection &connection, const std::vector<Migration> &migrations)
{
    TRY(auto state, schemaState(connection, migrations));
    if (state.isNewerThanProgram)
        return Error{ErrorKind::Conflict, QStringLiteral("migration.newer"), QString::number(state.version)};
    for (const auto &migration : migrations) {
        if (migration.number <= state.version)
            continue;
        TRY_VOID(inTransaction(connection, migration, applyInTransaction));
        state.version = migration.number;
    }
    return state;
}

Result<SchemaState> migrateDown(Connection &connection, const std::vector<Migration> &migrations)
{
    TRY(const auto state, schemaState(connection, migrations));
    const auto last = std::ranges::find(migrations, state.version, &Migration::number);
    if (last == migrations.end())
        return Error{ErrorKind::NotFound, QStringLiteral("migration.none"), QString::number(state.version)};
    TRY_VOID(inTransaction(connection, *last, revertInTransaction));
    return schemaState(connection, migrations);
}

} // namespace simiao::storage
