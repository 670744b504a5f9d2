#pragma once

#include "contract/store/postgres_database.h"
#include "postgresql/server_address.h"

namespace simiao::test {

/// A hospital on a server of its own, and a desk there that is to find its password in the key store.
class KeyedHospital
{
public:
    /// What is wrong, or nothing.
    QString make() { return m_server.start() ? m_hospital.make() : m_server.log(); }

    /// \param passfile  empty: none is named
    sdk::BackendEnvironment desk(const QString &passfile = {})
    {
        auto environment = m_hospital.environment(QStringLiteral("hospital"));
        auto address = environment.config.value(QStringLiteral("backend")).section(kPassfile, 0, 0);
        if (!passfile.isEmpty())
            address += kPassfile + passfile;
        environment.config.set(QStringLiteral("backend"), address, QStringLiteral("test"));
        environment.config.set(QStringLiteral("server.key-store"), QStringLiteral("true"),
                               QStringLiteral("test"));
        return environment;
    }
    QString passfile()
    {
        return m_hospital.environment(QStringLiteral("hospital"))
            .config.value(QStringLiteral("backend"))
            .section(kPassfile, 1, 1);
    }

    static QString outcome(const Result<sdk::Backend> &opened)
    {
        return opened ? QStringLiteral("open") : opened.error().code;
    }

private:
    static inline const QString kPassfile = QStringLiteral("?passfile=");

    PostgresServer m_server;
    HospitalDatabase m_hospital{m_server};
};

} // namespace simiao::test
