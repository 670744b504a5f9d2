#include "server_drill.h"

#include "core/log.h"
#include "core/try.h"
#include "postgres_backend.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

/// The database of a drill: one for each database that drills, so that the next one finds what a killed one left.
class Scratch
{
public:
    /// Whoever holds the lock is the only one who drills here.
    static Result<std::unique_ptr<Scratch>> make(Connection &connection)
    {
        TRY(const auto locked,
            connection.readColumn(u"SELECT pg_try_advisory_lock(hashtext('simiao drill'))"_s));
        if (locked.value(0) != "true"_L1)
            return Error{ErrorKind::Conflict, u"server.drill-running"_s};
        TRY(const auto name,
            connection.readColumn(
                u"SELECT 'simiao_drill_' || oid FROM pg_database WHERE datname = current_database()"_s));
        auto scratch = std::unique_ptr<Scratch>(new Scratch(connection, name.value(0)));
        TRY_VOID(scratch->drop());
        TRY_VOID(connection.runScript(
            u"CREATE DATABASE %1 ENCODING 'UTF8' TEMPLATE template0"_s.arg(scratch->m_name)));
        return scratch;
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    ~Scratch()
    {
        if (const auto dropped = drop(); !dropped)
            log::error(dropped.error());
    }

    const QString &name() const { return m_name; }

private:
    Scratch(Connection &connection, const QString &name)
        : m_connection(connection)
        , m_name(name)
    {
    }

    Result<void> drop()
    {
        TRY_VOID(m_connection.runScript(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(m_name)));
        return m_connection.runScript(u"DROP DATABASE IF EXISTS %1"_s.arg(m_name));
    }

    Connection &m_connection;
    QString m_name; ///< small letters and digits
};

Result<sdk::ServerCopy> tried(const CopyPlace &place, const QString &file)
{
    TRY(const auto server, openForKeeper(place.setup));
    TRY(const auto scratch, Scratch::make(*server.connection));
    auto there = place;
    there.setup.address.parameters.insert(u"dbname"_s, scratch->name());
    return restoreCopy(there, file);
}

} // namespace

Result<sdk::ServerCopy> drill(const CopyPlace &place, const QString &file)
{
    return toldToKeeper(tried(place, file));
}

} // namespace simiao::postgresql
