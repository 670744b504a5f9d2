#pragma once

namespace simiao::sqlite {

/// Makes known to SQLite a file system that is the system's own, but for the write-ahead log: what is appended to it goes to the disk
/// in one call before the flush, instead of two for each page; a signature writes forty. The bytes, their order and the flush are the
/// same. Only for connections with `synchronous = FULL`, where every commit is a flush: until then what waits here belongs to no
/// commit that anybody was told of. What cannot be written is said to SQLite at the flush, or where the room here ends; it then rolls
/// the transaction back, and what waited is given up.
/// \returns its name for `vfs=`; null when SQLite does not take it. A database that opens with it is read by the SQLite that this
///          program is linked to, not by one inside a driver.
/// \thread  any
const char *joinedLog();

} // namespace simiao::sqlite
