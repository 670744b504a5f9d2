#include "server_probes.h"

#include "core/disk.h"
#include "core/try.h"
#include "storage/migration/migration.h"

#include <QStringList>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

/// The last line of the comment above a statement.
QString nameOf(const QString &probe)
{
    QString name;
    for (const auto &line : probe.split(u'\n')) {
        if (!line.trimmed().startsWith("--"_L1))
            break;
        name = line.trimmed().mid(2).trimmed();
    }
    return name;
}

/// A failure ends with its savepoint, so that the others are tried too.
Result<bool> canDo(storage::Connection &connection, const QString &probe)
{
    TRY_VOID(connection.runScript(u"SAVEPOINT probe"_s));
    const auto done = connection.runScript(probe);
    if (!done && done.error().kind == ErrorKind::Unavailable)
        return done.error();
    TRY_VOID(connection.runScript(done ? u"RELEASE SAVEPOINT probe"_s : u"ROLLBACK TO SAVEPOINT probe"_s));
    return done.has_value();
}

Result<QStringList> lacking(storage::Connection &connection, const QString &script)
{
    QStringList names;
    for (const auto &probe : script.split(u"--;;"_s)) {
        TRY(const bool isThere, canDo(connection, probe));
        if (!isThere)
            names.append(nameOf(probe.trimmed()));
    }
    return names;
}

} // namespace

Result<void> probeServer(storage::Connection &connection, const QString &sqlFolder)
{
    TRY(const auto script, systemDisk()->read(sqlFolder + u"/postgresql/probes.sql"_s));
    TRY_VOID(connection.runScript(u"BEGIN"_s));
    const auto names = lacking(connection, QString::fromUtf8(script));
    TRY_VOID(connection.runScript(u"ROLLBACK"_s));
    if (!names)
        return names.error();
    if (!names->isEmpty())
        return Error{ErrorKind::Invalid, u"server.lacks"_s, names->join(u", "_s)};
    return ok();
}

} // namespace simiao::postgresql
