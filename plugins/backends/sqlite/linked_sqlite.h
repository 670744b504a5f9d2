#pragma once

namespace simiao::sqlite {

/// Makes the system's files known by a name of ours to the SQLite that this program is linked to. A database that opens with it as
/// `vfs=` is read by that SQLite, and not by one inside a driver, so its handle may be given to it.
/// \returns the name; null when SQLite does not take it
/// \thread  any
const char *linkedFiles();

} // namespace simiao::sqlite
