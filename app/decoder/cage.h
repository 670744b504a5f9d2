#pragma once

namespace simiao::decoder {

/// What the process may use from here on: memory, the size of what it writes, no core file. Its environment is emptied, nobody
/// may look into it or gain rights by it. Before anything foreign is read, on every system that has it.
void limitResources();

/// Closes the cage: from here on the process can compute, read and write what it is handed, and end. Everything else (open,
/// connect, start, ask for rights) ends it at once. Whatever needs files must have been loaded before.
/// \returns false where the system has no such filter
bool closeCage();

/// Ends the process by itself, should nobody do it, when one task takes this long. \param seconds  0: no task is under way
void watchOver(unsigned seconds);

} // namespace simiao::decoder
