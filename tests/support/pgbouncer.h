#pragma once

#include "support/leashed_process.h"

#include <QMap>
#include <QTemporaryDir>

namespace simiao::test {

/// A real PgBouncer before a PostgreSQL on the loopback: a server connection is lent for one transaction (pool_mode = transaction).
/// \thread  of the test
class PgBouncer
{
public:
    PgBouncer();
    PgBouncer(const PgBouncer &) = delete;
    PgBouncer &operator=(const PgBouncer &) = delete;

    static bool isInstalled() { return !program().isEmpty(); }
    static QString program();
    /// What a test says that skips for want of it.
    static QString whyNot() { return QStringLiteral("needs the package pgbouncer"); }

    /// \param server  port of the PostgreSQL, or of a proxy before it
    /// \param passwords  of the roles, by name: it checks them, and shows them to the server in turn
    /// \param settings  of [pgbouncer], laid over ours: {"default_pool_size", "5"}
    /// \returns false where it does not listen within 10 s: see log()
    bool start(quint16 server,
               const QMap<QString, QString> &passwords,
               const QMap<QString, QString> &settings = {});
    void kill9() { m_process.kill9(); }
    void freeze() { m_process.freeze(); }
    void thaw() { m_process.thaw(); }
    bool isRunning() { return m_process.isRunning(); }

    quint16 port() const { return m_port; }
    /// Of libpq.
    QString conninfo(const QString &role, const QString &password, const QString &database) const;
    QString log() const;

private:
    bool configure(quint16 server,
                   const QMap<QString, QString> &passwords,
                   const QMap<QString, QString> &settings) const;

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    LeashedProcess m_process;
};

} // namespace simiao::test
