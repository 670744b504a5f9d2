#include "cli/command_table.h"

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
                auditCommands(),       databaseCommands(),     serverCommands(),      serverCopyCommands(),
                serverProofCommands(), serverExportCommands(), transferCommands(),    accountCommands(),
                deviceCommands(),      packageCommands(),      pluginCommands(),      configCommands(),
                diagnosticsCommands(), hospitalCommands(),     dicomCommands(),       pacsCommands(),
                filmCommands(),        dicomWebCommands(),     dicomExportCommands(), demoCommands()});
    return all;
}

const Command *commandFor(const QStringList &words)
{
    const Command *first = nullptr;
    for (const auto &command : commands()) {
        const QStringList own = command.words.split(u' ');
        if (words.mid(0, own.size()) != own)
            continue;
        if (words.size() - own.size() == command.argumentCount)
            return &command;
        if (!first)
            first = &command;
    }
    return first;
}

} // namespace simiao::cli
