#include "linked_sqlite.h"

#include <sqlite3.h>

namespace simiao::sqlite {

namespace {

sqlite3_vfs renamed(const sqlite3_vfs &files)
{
    sqlite3_vfs same = files;
    same.pNext = nullptr;
    same.zName = "simiao-files";
    return same;
}

} // namespace

const char *linkedFiles()
{
    static const char *const name = []() -> const char * {
        const auto *system = sqlite3_vfs_find(nullptr);
        if (!system)
            return nullptr;
        static sqlite3_vfs files = renamed(*system);
        return sqlite3_vfs_register(&files, 0) == SQLITE_OK ? files.zName : nullptr;
    }();
    return name;
}

} // namespace simiao::sqlite
