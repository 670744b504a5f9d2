#include "joined_log.h"

#include <sqlite3.h>

#include <cstring>
#include <memory>
#include <new>

namespace simiao::sqlite {

namespace {

constexpr sqlite3_int64 kMost = 127 * 1024; // bytes; SQLite's file on Unix takes 128 KiB less one at a time

/// What is to be written to one file from `start` on.
struct Waiting
{
    char bytes[kMost];
    sqlite3_int64 start = 0;
    sqlite3_int64 size = 0;
};

/// A log as SQLite sees it. SQLite makes room for it, and behind it for the system's file.
struct Log : sqlite3_file
{
    Waiting *waiting;

    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    int write(const void *bytes, sqlite3_int64 size, sqlite3_int64 at);
    /// Keeps what cannot be written: the transaction goes on.
    int flush();
    /// Gives up what cannot be written: SQLite rolls the transaction back, and nothing of it may come to the disk later.
    int flushForGood();
    bool holdsSomeOf(sqlite3_int64 at, sqlite3_int64 size) const;
};
static_assert(sizeof(Log) % alignof(sqlite3_int64) == 0); // as SQLite places the system's file

Log *logOf(sqlite3_file *file)
{
    return static_cast<Log *>(file);
}

int Log::write(const void *bytes, sqlite3_int64 size, sqlite3_int64 at)
{
    const bool isNext = waiting->size > 0 && at == waiting->start + waiting->size;
    if (!isNext || waiting->size + size > kMost) {
        if (const int flushed = flushForGood(); flushed != SQLITE_OK)
            return flushed;
        waiting->start = at;
    }
    if (size > kMost)
        return file()->pMethods->xWrite(file(), bytes, int(size), at);
    std::memcpy(waiting->bytes + waiting->size, bytes, std::size_t(size));
    waiting->size += size;
    return SQLITE_OK;
}

int Log::flush()
{
    if (waiting->size == 0)
        return SQLITE_OK;
    const int written = file()->pMethods->xWrite(file(), waiting->bytes, int(waiting->size), waiting->start);
    if (written == SQLITE_OK)
        waiting->size = 0;
    return written;
}

int Log::flushForGood()
{
    const int written = flush();
    waiting->size = 0;
    return written;
}

bool Log::holdsSomeOf(sqlite3_int64 at, sqlite3_int64 size) const
{
    return at < waiting->start + waiting->size && waiting->start < at + size;
}

/// A full disk must not keep from reading what is on it.
int readLog(sqlite3_file *file, void *bytes, int size, sqlite3_int64 at)
{
    auto *log = logOf(file);
    const int written = log->holdsSomeOf(at, size) ? log->flush() : SQLITE_OK;
    return written == SQLITE_OK ? log->file()->pMethods->xRead(log->file(), bytes, size, at) : written;
}

int syncLog(sqlite3_file *file, int flags)
{
    auto *log = logOf(file);
    const int written = log->flushForGood();
    return written == SQLITE_OK ? log->file()->pMethods->xSync(log->file(), flags) : written;
}

int writeLog(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
    return logOf(file)->write(bytes, size, at);
}

/// The system's own way, with everything written before it.
template <auto Method, typename... Args>
int flushed(sqlite3_file *file, Args... args)
{
    auto *log = logOf(file);
    if (const int written = log->flush(); written != SQLITE_OK)
        return written;
    return (log->file()->pMethods->*Method)(log->file(), args...);
}

template <auto Method, typename... Args>
int asItIs(sqlite3_file *file, Args... args)
{
    auto *system = logOf(file)->file();
    return (system->pMethods->*Method)(system, args...);
}

/// What still waits then is of no commit, but it costs nothing to keep it.
int closeLog(sqlite3_file *file)
{
    auto *log = logOf(file);
    static_cast<void>(log->flush());
    delete log->waiting;
    return log->file()->pMethods->xClose(log->file());
}

using Methods = sqlite3_io_methods;
constexpr Methods kLogMethods = {
    .iVersion = 1,
    .xClose = closeLog,
    .xRead = readLog,
    .xWrite = writeLog,
    .xTruncate = flushed<&Methods::xTruncate, sqlite3_int64>,
    .xSync = syncLog,
    .xFileSize = flushed<&Methods::xFileSize, sqlite3_int64 *>,
    .xLock = asItIs<&Methods::xLock, int>,
    .xUnlock = asItIs<&Methods::xUnlock, int>,
    .xCheckReservedLock = asItIs<&Methods::xCheckReservedLock, int *>,
    .xFileControl = asItIs<&Methods::xFileControl, int, void *>,
    .xSectorSize = asItIs<&Methods::xSectorSize>,
    .xDeviceCharacteristics = asItIs<&Methods::xDeviceCharacteristics>,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

sqlite3_vfs *systemOf(sqlite3_vfs *joined)
{
    return static_cast<sqlite3_vfs *>(joined->pAppData);
}

int openLog(sqlite3_vfs *system, const char *path, sqlite3_file *file, int flags, int *given)
{
    auto waiting = std::unique_ptr<Waiting>(new (std::nothrow) Waiting);
    if (!waiting)
        return SQLITE_NOMEM;
    auto *log = logOf(file);
    log->pMethods = nullptr; // nothing to close when it does not open
    const int opened = system->xOpen(system, path, log->file(), flags, given);
    if (opened != SQLITE_OK)
        return opened;
    log->waiting = waiting.release();
    log->pMethods = &kLogMethods;
    return SQLITE_OK;
}

int openFile(sqlite3_vfs *joined, const char *path, sqlite3_file *file, int flags, int *given)
{
    auto *system = systemOf(joined);
    if (flags & SQLITE_OPEN_WAL)
        return openLog(system, path, file, flags, given);
    return system->xOpen(system, path, file, flags, given);
}

template <auto Method, typename... Args>
auto ofSystem(sqlite3_vfs *joined, Args... args)
{
    auto *system = systemOf(joined);
    return (system->*Method)(system, args...);
}

sqlite3_vfs joinedOver(sqlite3_vfs *system)
{
    using Vfs = sqlite3_vfs;
    Vfs joined = *system;
    joined.iVersion = 2;
    joined.szOsFile = int(sizeof(Log)) + system->szOsFile;
    joined.pNext = nullptr;
    joined.zName = "simiao-joined-log";
    joined.pAppData = system;
    joined.xOpen = openFile;
    joined.xDelete = ofSystem<&Vfs::xDelete, const char *, int>;
    joined.xAccess = ofSystem<&Vfs::xAccess, const char *, int, int *>;
    joined.xFullPathname = ofSystem<&Vfs::xFullPathname, const char *, int, char *>;
    joined.xDlOpen = ofSystem<&Vfs::xDlOpen, const char *>;
    joined.xDlError = ofSystem<&Vfs::xDlError, int, char *>;
    joined.xDlSym = nullptr; // extensions are not loaded
    joined.xDlClose = ofSystem<&Vfs::xDlClose, void *>;
    joined.xRandomness = ofSystem<&Vfs::xRandomness, int, char *>;
    joined.xSleep = ofSystem<&Vfs::xSleep, int>;
    joined.xCurrentTime = ofSystem<&Vfs::xCurrentTime, double *>;
    joined.xGetLastError = ofSystem<&Vfs::xGetLastError, int, char *>;
    joined.xCurrentTimeInt64 = ofSystem<&Vfs::xCurrentTimeInt64, sqlite3_int64 *>;
    return joined;
}

} // namespace

const char *joinedLog()
{
    static const char *const name = []() -> const char * {
        auto *system = sqlite3_vfs_find(nullptr);
        if (!system || system->iVersion < 2)
            return nullptr;
        static sqlite3_vfs joined = joinedOver(system);
        return sqlite3_vfs_register(&joined, 0) == SQLITE_OK ? joined.zName : nullptr;
    }();
    return name;
}

} // namespace simiao::sqlite
