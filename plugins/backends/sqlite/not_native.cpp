#include "linked_sqlite.h"
#include "sqlite_writing.h"

namespace simiao::sqlite {

const char *linkedFiles()
{
    return nullptr;
}

/// Nobody asks where linkedFiles() has no name.
storage::PrepareWriting writingWithSqlite(const QSqlDatabase &)
{
    return {};
}

} // namespace simiao::sqlite
