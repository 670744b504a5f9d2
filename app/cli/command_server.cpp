#include "bootstrap/kept_server.h"
#include "cli/command_table.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<bootstrap::KeptServer>> serverOf(const Invocation &invocation)
{
    return bootstrap::keptServer(invocation.start, invocation.arguments.first());
}

Task<int> initialise(Call call)
{
    const auto server = serverOf(call.invocation);
    if (!server)
        co_return call.fail(server.error());
    const auto versions = (*server)->keeper->initialise((*server)->environment);
    if (!versions)
        co_return call.fail(versions.error());
    call.print(
        Json(Json::Object{{u"ok"_s, true}, {u"from"_s, versions->stored}, {u"to"_s, versions->program}}));
    call.say(u"The database is set up. Let desks in with: simiao-cli db grant ADDRESS LOGIN"_s);
    co_return Good;
}

Task<int> grant(Call call)
{
    const auto server = serverOf(call.invocation);
    if (!server)
        co_return call.fail(server.error());
    const QString login = call.invocation.arguments.at(1);
    const auto admitted =
        (*server)->keeper->admitDesk((*server)->environment, login, call.invocation.newPassword);
    if (!admitted)
        co_return call.fail(admitted.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"login"_s, login}}));
    co_return Good;
}

} // namespace

Commands serverCommands()
{
    return {{u"db init"_s, u"ADDRESS"_s,
             u"Sets a server's database up, or brings it up to date (postgresql://owner@host/database)."_s,
             initialise, 1, Reach::NoStore},
            {u"db grant"_s, u"ADDRESS LOGIN"_s, u"Lets a desk log in there, with a new password."_s, grant, 2,
             Reach::NoStore}};
}

} // namespace simiao::cli
