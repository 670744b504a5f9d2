#include "cli/command_table.h"

#include <algorithm>

namespace simiao::cli {

namespace {

Commands joined(std::initializer_list<Commands> lists)
{
    Commands all;
    for (const auto &list : lists)
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

} // namespace

const Commands &commands()
{
    static const Commands all =
        joined({importCommands(),      clinicImportCommands(), fhirCommands(),        searchCommands(),
                auditCommands(),       databaseCommands(),     serverCommands(),      accountCommands(),
                deviceCommands(),      packageCommands(),      pluginCommands(),      configCommands(),
                diagnosticsCommands(), hospitalCommands(),     dicomCommands(),       pacsCommands(),
                filmCommands(),        dicomWebCommands(),     dicomExportCommands(), demoCommands()});
    return all;
}

const Command *commandFor(const QStringList &words)
{
    const auto found = std::ranges::find_if(commands(), [&](const Command &command) {
        const QStringList own = command.words.split(u' ');
        return words.mid(0, own.size()) == own;
    });
    return found == commands().end() ? nullptr : &*found;
}

} // namespace simiao::cli
