#pragma once

#include "cli/call.h"

namespace simiao::cli {

using Commands = std::vector<Command>;

// One list a file: what an area offers stands beside it.
Commands accountCommands();
Commands auditCommands();
Commands clinicImportCommands();
Commands configCommands();
Commands databaseCommands();
Commands demoCommands();
Commands deviceCommands();
Commands diagnosticsCommands();
Commands dicomCommands();
Commands dicomExportCommands();
Commands dicomWebCommands();
Commands fhirCommands();
Commands hospitalCommands();
Commands importCommands();
Commands packageCommands();
Commands pacsCommands();
Commands filmCommands();
Commands pluginCommands();
Commands searchCommands();
Commands serverCommands();
Commands serverCopyCommands();
Commands serverExportCommands();
Commands serverProofCommands();
Commands transferCommands();

/// All of them, in the order of the help.
const Commands &commands();

/// The command whose words `words` begin with, of several the one that takes as many arguments as follow; null when there is none.
const Command *commandFor(const QStringList &words);

} // namespace simiao::cli
