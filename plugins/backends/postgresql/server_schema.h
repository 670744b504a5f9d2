#pragma once

#include "core/result.h"
#include "storage/sql/connection.h"

#include <atomic>
#include <optional>

namespace simiao::postgresql {

/// The schema of the server against the one this program works with. A desk never changes it: whoever keeps the server does, while desks
/// of both programs work. One that is a step ahead is that of a hospital in the middle of its update, and migrations keep what the
/// program before them uses. One that is behind is read: this program does not know how the one before it wrote.
/// \thread  any
class ServerSchema
{
public:
    explicit ServerSchema(int program)
        : m_program(program)
    {
    }

    /// 0: there is none yet. \returns NotFound `server.not-set-up`
    static Result<int> storedIn(storage::Connection &connection);

    /// At each connection, which says there of which step the program is. \returns Conflict `migration.pending` or `migration.newer` ("stored program") for one that cannot even be read
    Result<void> look(storage::Connection &connection);
    /// Conflict `server.schema-older` ("stored program") while rows are not to be written.
    std::optional<Error> older() const;
    /// `error`, or `server.schema-older` where it says that the server has not what was asked for, and is older.
    Error explained(const Error &error) const;

private:
    const int m_program;
    std::atomic<int> m_stored{0};
};

} // namespace simiao::postgresql
