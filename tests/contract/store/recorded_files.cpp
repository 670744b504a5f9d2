#include "contract/store/recorded_files.h"

#include <sqlite3.h>

namespace simiao::test {

namespace {

std::vector<RecordedFiles::Act> &record()
{
    static std::vector<RecordedFiles::Act> acts;
    return acts;
}

/// A file as SQLite sees it; the system's own stands behind it in the room SQLite gave.
struct Recorded : sqlite3_file
{
    RecordedFiles::File file;
    bool isRecorded;

    sqlite3_file *system() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    void add(RecordedFiles::Kind kind, qint64 at, const QByteArray &bytes = {}) const
    {
        if (isRecorded)
            record().push_back({file, kind, at, bytes});
    }
};
static_assert(sizeof(Recorded) % alignof(sqlite3_int64) == 0);

Recorded *recordedOf(sqlite3_file *file)
{
    return static_cast<Recorded *>(file);
}

template <auto Method, typename... Args>
int asItIs(sqlite3_file *file, Args... args)
{
    auto *system = recordedOf(file)->system();
    return (system->pMethods->*Method)(system, args...);
}

int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
    recordedOf(file)->add(RecordedFiles::Write, at, QByteArray(static_cast<const char *>(bytes), size));
    return asItIs<&sqlite3_io_methods::xWrite>(file, bytes, size, at);
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    recordedOf(file)->add(RecordedFiles::Truncate, size);
    return asItIs<&sqlite3_io_methods::xTruncate>(file, size);
}

int flush(sqlite3_file *file, int)
{
    recordedOf(file)->add(RecordedFiles::Flush, 0);
    return SQLITE_OK;
}

int sectorSize(sqlite3_file *)
{
    return 512;
}

int noPromises(sqlite3_file *)
{
    return 0;
}

using Methods = sqlite3_io_methods;
constexpr Methods kMethods = {
    .iVersion = 1, // memory that processes share is not asked for: one connection alone, as the back-end is
    .xClose = asItIs<&Methods::xClose>,
    .xRead = asItIs<&Methods::xRead, void *, int, sqlite3_int64>,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = flush,
    .xFileSize = asItIs<&Methods::xFileSize, sqlite3_int64 *>,
    .xLock = asItIs<&Methods::xLock, int>,
    .xUnlock = asItIs<&Methods::xUnlock, int>,
    .xCheckReservedLock = asItIs<&Methods::xCheckReservedLock, int *>,
    .xFileControl = asItIs<&Methods::xFileControl, int, void *>,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = noPromises,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs *recording, const char *path, sqlite3_file *file, int flags, int *given)
{
    auto *system = static_cast<sqlite3_vfs *>(recording->pAppData);
    auto *recorded = recordedOf(file);
    recorded->pMethods = nullptr; // nothing to close when it does not open
    const int opened = system->xOpen(system, path, recorded->system(), flags, given);
    if (opened != SQLITE_OK)
        return opened;
    recorded->file = (flags & SQLITE_OPEN_WAL) ? RecordedFiles::Log : RecordedFiles::Database;
    recorded->isRecorded = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_DB);
    recorded->pMethods = &kMethods;
    return SQLITE_OK;
}

} // namespace

void RecordedFiles::install()
{
    static sqlite3_vfs recording = *sqlite3_vfs_find(nullptr);
    recording.pAppData = sqlite3_vfs_find(nullptr);
    recording.zName = "simiao-recorded";
    recording.szOsFile += int(sizeof(Recorded));
    recording.xOpen = open;
    sqlite3_vfs_register(&recording, 1);
}

const std::vector<RecordedFiles::Act> &RecordedFiles::acts()
{
    return record();
}

void RecordedFiles::begin()
{
    record().clear();
}

} // namespace simiao::test
