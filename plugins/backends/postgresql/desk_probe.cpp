#include "desk_probe.h"

#include "core/try.h"

#include <QStringList>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

ErrorKind kindOf(const QString &code)
{
    if (code == "not-set-up"_L1)
        return ErrorKind::NotFound;
    return code.startsWith("no-"_L1) ? ErrorKind::Forbidden : ErrorKind::Invalid;
}

} // namespace

Result<void> probeForDesk(storage::Connection &connection)
{
    TRY(const auto missing, connection.readColumnOf(u"store/missing_for_desk"_s));
    if (missing.isEmpty())
        return ok();
    const QString code = missing.front().section(u' ', 0, 0);
    return Error{kindOf(code), u"server."_s + code, missing.front().section(u' ', 1)};
}

} // namespace simiao::postgresql
