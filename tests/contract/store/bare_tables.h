#pragma once

#include "contract/store/sqlite_profile.h"
#include "core/try.h"
#include "sqlite/sqlite_connector.h"

namespace simiao::test {

/// The tables of a fresh profile without what guards them (references, checks, triggers), in a transaction that is taken back:
/// any row can be written, and nobody waits for the disk.
class BareTables
{
public:
    BareTables() = default;
    BareTables(const BareTables &) = delete;
    BareTables &operator=(const BareTables &) = delete;
    ~BareTables()
    {
        if (m_connection)
            m_connection->rollback();
    }

    Result<void> open()
    {
        TRY(const auto backend, m_profile.open());
        backend.store->close();
        TRY(m_connection, sqlite::openPlain(m_profile.path("simiao.db"), sqlFolder()));
        for (const char *setting : {"PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON"}) {
            TRY_VOID(m_connection->runScript(QString::fromLatin1(setting)));
        }
        TRY(const auto guards,
            m_connection->readColumn(
                QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'trigger'")));
        for (const auto &guard : guards) {
            TRY_VOID(m_connection->runScript(QStringLiteral("DROP TRIGGER %1").arg(guard)));
        }
        return m_connection->begin();
    }

    storage::Connection *operator->() const { return m_connection.get(); }
    storage::Connection &operator*() const { return *m_connection; }

private:
    Profile m_profile;
    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace simiao::test
