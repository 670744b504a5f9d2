#pragma once

#include "support/leashed_process.h"

#include <QMap>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace simiao::test {

/// The server's certificate, and whose client certificates it believes in.
struct PostgresTls
{
    QString certificateFile; ///< PEM; made by makeCertificate()
    QString keyFile;         ///< PEM
    /// PEM. Whoever comes by TCP must then show a certificate of this authority whose CN is the role. Empty: a password is enough.
    QString clientAuthorityFile = {};
};

struct PostgresSettings
{
    /// Of postgresql.conf, laid over ours: {"max_connections", "200"}.
    QMap<QString, QString> values = {};
    /// Files that are included behind ours and before `values`.
    QStringList includes = {};
    /// fsync. Killed processes lose nothing without it; a disk that fails is asked to flush only with it.
    bool isFlushed = false;
    /// Folder in which the server's own is made, such as a SmallDisk, which is given to serverAccount(). Empty: in memory where there is
    /// much and nothing is flushed, since a disk under load makes a start take seconds; else where temporary files are.
    QString place = {};
    /// By TCP, for all roles and databases: "scram-sha-256", "trust", "reject" ...
    QString tcpAuthentication = QStringLiteral("scram-sha-256");
    /// Lines of pg_hba.conf that stand before ours.
    QStringList accessRules = {};
    /// Where it is given, nobody is let in by TCP without TLS.
    std::optional<PostgresTls> tls = {};
};

/// A real PostgreSQL in a temporary folder, on the loopback and on a socket in the folder, for the length of a test. Superuser
/// `postgres` is trusted by the socket, which only the account of the test and of the server can reach.
/// \thread  of the test
class PostgresServer
{
public:
    PostgresServer() = default;
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;
    /// Ends it and removes all it left behind.
    ~PostgresServer();

    static bool isInstalled();
    /// What a test says that skips for want of it.
    static QString whyNot() { return QStringLiteral("needs the package postgresql-15"); }

    /// A new, empty server. \returns false where it does not serve within 60 s: see log()
    bool start(const PostgresSettings &settings = {});
    /// A standby of `primary`, which it follows as `replicator` with `password` under its own `name`; promote() makes it one that
    /// takes writes.
    bool startStandby(const PostgresServer &primary,
                      const QString &name,
                      const QString &password,
                      const PostgresSettings &settings = {});
    /// \param make  puts a cluster into the folder that it is given, which is not there yet; what went wrong, or nothing
    bool startFrom(const std::function<QString(const QString &)> &make,
                   const PostgresSettings &settings = {});
    /// Sessions are ended, what is in memory is written. \returns false where it had to be killed after 30 s
    bool stop();
    /// Also after kill9(): then it recovers. Data and port stay. \param settings  where given, in place of those before
    bool restart(const std::optional<PostgresSettings> &settings = {});

    /// As if the plug were pulled.
    void kill9() { m_process.kill9(); }
    /// It hangs: connections are taken by the system, nothing is answered.
    void freeze() { m_process.freeze(); }
    void thaw() { m_process.thaw(); }
    bool isRunning() { return m_process.isRunning(); }
    QList<qint64> pids() const { return m_process.pids(); }

    static QString host() { return QStringLiteral("127.0.0.1"); }
    quint16 port() const { return m_port; }
    QString folder() const { return m_folder ? m_folder->path() : QString(); }
    QString dataFolder() const { return folder() + QStringLiteral("/data"); }
    /// Of libpq: the superuser by the socket.
    QString conninfo(const QString &database = QStringLiteral("postgres")) const;
    /// Of libpq: a role by TCP.
    QString conninfo(const QString &role, const QString &password, const QString &database) const;

    /// Runs SQL as superuser; several statements are one transaction. \returns rows, columns separated by '|'; "psql: error: ..." or
    /// "ERROR: ..." where it fails, "no end of ..." where that takes too long
    QString psql(const QString &sql, const QString &database = QStringLiteral("postgres")) const;
    /// The same as somebody else, or elsewhere.
    static QString psqlAs(const QString &conninfo, const QString &sql, int withinMs = 60'000);

    /// The last of what it wrote, for the message of a failure.
    QString log() const;

private:
    bool run();
    bool configure() const;
    bool isReady() const;
    void say(const QString &trouble) const;

    QString logFile() const { return folder() + QStringLiteral("/server.log"); }

    std::optional<QTemporaryDir> m_folder;
    quint16 m_port = 0;
    PostgresSettings m_settings;
    LeashedProcess m_process;
};

} // namespace simiao::test
