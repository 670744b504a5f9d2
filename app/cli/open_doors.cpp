#include "cli/open_doors.h"

#include "core/try.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const sdk::OpenDoors &doors)
{
    QStringList words;
    if (!doors.functions.isEmpty())
        words.append(
            u"Everybody may call %1 functions there by which a desk's log-in can end or hold up the work of "
            "others (%2 ...). Run simiao-cli db init once as a superuser of the server."_s
                .arg(doors.functions.size())
                .arg(doors.functions.first()));
    for (const auto &setting : doors.settings)
        words.append(
            u"Set for the sessions of a log-in: %1. simiao-cli db grant takes it back."_s.arg(setting));
    return words;
}

} // namespace

Result<sdk::OpenDoors> sayOpenDoors(const Call &call, const bootstrap::KeptServer &server)
{
    TRY(auto doors, server.keeper->openDoors(server.environment));
    for (const auto &words : wordsOf(doors))
        call.say(words);
    return doors;
}

bool areOpen(const sdk::OpenDoors &doors)
{
    return !doors.functions.isEmpty() || !doors.settings.isEmpty();
}

} // namespace simiao::cli
