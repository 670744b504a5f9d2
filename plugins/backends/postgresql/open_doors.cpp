#include "open_doors.h"

#include "core/try.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> listed(storage::Connection &connection, const QString &statement)
{
    TRY(auto rows, connection.run(statement, {}));
    QStringList names;
    for (;;) {
        TRY(const bool hasOne, rows->next());
        if (!hasOne)
            return names;
        names.append(QString::fromUtf8(rows->bytes(0)));
    }
}

} // namespace

Result<void> closeFunctions(storage::Connection &connection)
{
    TRY(const auto mine,
        connection.readColumn(u"SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper"_s));
    if (mine.isEmpty())
        return ok();
    TRY(const auto functions, listed(connection, u"keeper/open_functions"_s));
    for (const auto &function : functions) { // the catalogue writes them so that they need no more quotes
        TRY_VOID(connection.runScript(u"GRANT EXECUTE ON FUNCTION "_s + function + u" TO simiao_owner"_s));
        TRY_VOID(connection.runScript(u"REVOKE EXECUTE ON FUNCTION "_s + function + u" FROM PUBLIC"_s));
    }
    return ok();
}

Result<sdk::OpenDoors> openDoors(storage::Connection &connection)
{
    sdk::OpenDoors doors;
    TRY(doors.functions, listed(connection, u"keeper/open_functions"_s));
    TRY(doors.settings, listed(connection, u"keeper/login_settings"_s));
    return doors;
}

} // namespace simiao::postgresql
