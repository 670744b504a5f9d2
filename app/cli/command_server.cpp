#include "bootstrap/kept_server.h"
#include "cli/command_table.h"
#include "cli/open_doors.h"

#include <algorithm>

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
    const auto doors = sayOpenDoors(call, **server);
    const int code = doors ? Good : call.fail(doors.error());
    co_return code;
}

Task<int> grant(Call call)
{
    const auto server = serverOf(call.invocation);
    if (!server)
        co_return call.fail(server.error());
    const auto &invocation = call.invocation;
    sdk::ServerLogin login{.name = invocation.arguments.at(1), .password = invocation.newPassword};
    login.person = invocation.person.trimmed().toLower();
    if (invocation.isProgram)
        login.kind = sdk::ServerLogin::Kind::Program;
    else if (!login.person.isEmpty())
        login.kind = sdk::ServerLogin::Kind::Person;
    login.desks = invocation.desks;
    const auto admitted = (*server)->keeper->admit((*server)->environment, login);
    if (!admitted)
        co_return call.fail(admitted.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"login"_s, login.name}}));
    co_return Good;
}

Task<int> remember(Call call)
{
    const auto server = serverOf(call.invocation);
    if (!server)
        co_return call.fail(server.error());
    const auto entry = (*server)->secret->keepPassword((*server)->environment, call.invocation.newPassword);
    if (!entry)
        co_return call.fail(entry.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"entry"_s, *entry}}));
    call.say(u"Kept in this computer's key store. Write into its config.toml: [server] key-store = true"_s);
    co_return Good;
}

Json jsonOf(const QStringList &texts)
{
    Json all{Json::Array{}};
    for (const auto &text : texts)
        all.append(text);
    return all;
}

Json jsonOf(const sdk::AccessMatrix &matrix, const sdk::OpenDoors &doors)
{
    Json acts{Json::Object{}};
    for (qsizetype act = 0; act < matrix.acts.size(); ++act) {
        Json roles{Json::Array{}};
        for (qsizetype role = 0; role < matrix.roles.size(); ++role) {
            if (matrix.isGranted[std::size_t(act)][std::size_t(role)])
                roles.append(matrix.roles.at(role));
        }
        acts.insert(matrix.acts.at(act), roles);
    }
    return Json(Json::Object{{u"ok"_s, matrix.differences.isEmpty() && !areOpen(doors)},
                             {u"roles"_s, jsonOf(matrix.roles)},
                             {u"acts"_s, acts},
                             {u"differences"_s, jsonOf(matrix.differences)},
                             {u"functions"_s, jsonOf(doors.functions)},
                             {u"settings"_s, jsonOf(doors.settings)}});
}

/// A line an act, a column a role.
QString tableOf(const sdk::AccessMatrix &matrix)
{
    const auto widest = std::ranges::max_element(matrix.acts, {}, &QString::size);
    const auto margin = widest == matrix.acts.end() ? 0 : widest->size() + 2;
    QString text = QString(margin, u' ') + matrix.roles.join(u"  "_s) + u'\n';
    for (qsizetype act = 0; act < matrix.acts.size(); ++act) {
        text += matrix.acts.at(act).leftJustified(margin);
        for (qsizetype role = 0; role < matrix.roles.size(); ++role)
            text += (matrix.isGranted[std::size_t(act)][std::size_t(role)] ? u"yes"_s : u"-"_s)
                        .leftJustified(matrix.roles.at(role).size() + 2);
        text += u'\n';
    }
    return text;
}

Task<int> access(Call call)
{
    const auto server = serverOf(call.invocation);
    if (!server)
        co_return call.fail(server.error());
    const auto matrix = (*server)->keeper->measureAccess((*server)->environment);
    if (!matrix)
        co_return call.fail(matrix.error());
    const auto doors = sayOpenDoors(call, **server);
    if (!doors)
        co_return call.fail(doors.error());
    if (call.invocation.isJson)
        call.print(jsonOf(*matrix, *doors));
    else
        call.printText(tableOf(*matrix));
    for (const auto &difference : matrix->differences)
        call.say(u"Not as in roles.json and server_acts.json: %1. Run simiao-cli db init."_s.arg(difference));
    const int code = matrix->differences.isEmpty() && !areOpen(*doors) ? Good : Refused;
    co_return code;
}

} // namespace

Commands serverCommands()
{
    return {
        {u"db init"_s, u"ADDRESS"_s,
         u"Sets a server's database up, or brings it up to date (postgresql://owner@host/database)."_s,
         initialise, 1, Reach::NoStore},
        {u"db grant"_s, u"ADDRESS LOGIN"_s,
         u"Lets a desk log in there with a new password; a program (--program), or one person (--person NAME); at these desks only (--desk NAME, more than once)."_s,
         grant, 2, Reach::NoStore},
        {u"db remember"_s, u"ADDRESS"_s,
         u"Puts the password of a desk's log-in into the key store of whoever runs this."_s, remember, 1,
         Reach::NoStore},
        {u"db access"_s, u"ADDRESS"_s,
         u"Has a server try each act in each role, and prints who may what; nothing stays of it."_s, access,
         1, Reach::NoStore}};
}

} // namespace simiao::cli
