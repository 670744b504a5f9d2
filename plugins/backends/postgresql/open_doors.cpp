#include "open_doors.h"

#include "core/try.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

Result<void> closeFunctions(storage::Connection &connection)
{
    TRY(const auto mine,
        connection.readColumn(u"SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper"_s));
    if (mine.isEmpty())
        return ok();
    TRY(const auto functions, connection.readColumnOf(u"keeper/open_functions"_s));
    for (const auto &function : functions) { // the catalogue writes them so that they need no more quotes
        TRY_VOID(connection.runScript(u"GRANT EXECUTE ON FUNCTION "_s + function + u" TO simiao_owner"_s));
        TRY_VOID(connection.runScript(u"REVOKE EXECUTE ON FUNCTION "_s + function + u" FROM PUBLIC"_s));
    }
    return ok();
}

Result<sdk::OpenDoors> openDoors(storage::Connection &connection)
{
    sdk::OpenDoors doors;
    TRY(doors.functions, connection.readColumnOf(u"keeper/open_functions"_s));
    TRY(doors.settings, connection.readColumnOf(u"keeper/login_settings"_s));
    return doors;
}

} // namespace simiao::postgresql
