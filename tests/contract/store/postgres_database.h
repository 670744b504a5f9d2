#pragma once

#include "postgresql/postgres_backend.h"
#include "postgresql/server_setup.h"
#include "support/patience.h"
#include "support/postgres_server.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

namespace simiao::test {

inline QString postgresSqlFolder()
{
    return qEnvironmentVariable("SIMIAO_RESOURCES") + QStringLiteral("/sql");
}

/// A hospital's database on a server; the log-in of a desk, at which persons have to sign in, and that of a program, which is believed.
class HospitalDatabase
{
public:
    static constexpr const char *kDesk = "desk_1";
    static constexpr const char *kProgram = "program_1";

    /// \param server  started; outlives it
    explicit HospitalDatabase(PostgresServer &server)
        : m_server(server)
    {
    }

    PostgresServer &server() { return m_server; }
    /// Calls of desks that are opened from now on may take longer than somebody at a desk would wait: where nobody has the server fail, only
    /// a busy machine makes it slow. So it is where nothing is said.
    void waitForTheMachine() { m_patience = std::chrono::milliseconds(kComesWithinMs); }
    /// As long as the program does: for tests of what comes then, or of desks that are refused, which try again until then.
    void waitAsDesksDo() { m_patience = postgresql::ServerSetup().patience; }
    /// Desks come through poolers from now on; what needs a session goes to the server that stands behind.
    /// \param servers  ports of what is behind each; the server's own where empty
    void comeThrough(const QList<quint16> &poolers, const QList<quint16> &servers = {})
    {
        m_poolers = poolers;
        m_behind = servers.isEmpty() ? QList<quint16>{m_server.port()} : servers;
    }

    /// What is wrong, or nothing.
    QString make()
    {
        m_server.psql(QStringLiteral("CREATE DATABASE hospital ENCODING 'UTF8' TEMPLATE template0"));
        if (const auto set = setUp(QStringLiteral("hospital")); !set)
            return logLine(set.error());
        const auto made = m_server.psql(
            QStringLiteral("CREATE ROLE desk_1 LOGIN PASSWORD 'of-desk-1' IN ROLE simiao_desk; "
                           "CREATE ROLE program_1 LOGIN PASSWORD 'of-program-1' IN ROLE simiao_service"));
        if (made.contains(QLatin1StringView("ERROR")))
            return made;
        // Who registers patients in tests tells them apart by numbers of her own. setUp() takes the rule in again.
        return m_server.psql(QStringLiteral("UPDATE simiao.act_rule SET numbers = numbers - 'patient' "
                                            "WHERE act = 'patient.register'"),
                             QStringLiteral("hospital"));
    }

    /// As whoever keeps the server does it.
    Result<storage::SchemaState> setUp(const QString &database)
    {
        TRY(const auto admin, adminOf(database));
        return postgresql::setUpDatabase(*admin.connection, postgresSqlFolder());
    }

    Result<postgresql::OpenServer> adminOf(const QString &database)
    {
        TRY(auto address, postgresql::parseAddress(m_server.conninfo(database), QStringLiteral("admin")));
        TRY(auto catalogue, postgresql::catalogueIn(postgresSqlFolder()));
        postgresql::ServerSetup setup{std::move(address), std::move(catalogue)};
        setup.patience = m_patience;
        return postgresql::openForKeeper(setup);
    }

    /// A connection for whatever takes its time.
    static Result<postgresql::OpenServer> connectTo(const postgresql::ServerSetup &setup)
    {
        TRY(auto server, postgresql::openServer(setup, QDeadlineTimer(kComesWithinMs)));
        server.wire->setDeadline(QDeadlineTimer(QDeadlineTimer::Forever));
        return server;
    }

    /// A database like `hospital` as it was set up.
    QString another()
    {
        const QString name = QStringLiteral("hospital_%1").arg(++m_databases);
        m_server.psql(QStringLiteral("CREATE DATABASE %1 TEMPLATE hospital").arg(name));
        return name;
    }

    /// What a configuration says. \param ports  of servers, or of what stands before them; the server's own where empty
    QString address(const QString &database, const QList<quint16> &ports = {}, const char *login = kProgram)
    {
        const auto usual = m_poolers.isEmpty() ? QList<quint16>{m_server.port()} : m_poolers;
        const QString address =
            QStringLiteral("postgresql://%1@%2/%3?passfile=%4")
                .arg(QLatin1StringView(login), places(ports.isEmpty() ? usual : ports), database, passFile());
        return m_poolers.isEmpty() ? address : address + QStringLiteral("&direct=") + places(m_behind);
    }

    /// \param profile  folder of a desk; one of its own where empty
    sdk::BackendEnvironment environment(const QString &database,
                                        const QList<quint16> &ports = {},
                                        const QString &profile = {},
                                        const char *login = kProgram)
    {
        const QString folder =
            m_folder.filePath(profile.isEmpty() ? QStringLiteral("desk-%1").arg(++m_desks) : profile);
        QDir().mkpath(folder);
        Config config;
        config.set(QStringLiteral("backend"), address(database, ports, login), QStringLiteral("test"));
        config.set(QStringLiteral("workstation.name"), QStringLiteral("DESK-1"), QStringLiteral("test"));
        return {folder, folder, postgresSqlFolder(), config};
    }

    Result<sdk::Backend> open(const QString &database,
                              const QList<quint16> &ports = {},
                              const QString &profile = {},
                              const char *login = kProgram)
    {
        return openAt(environment(database, ports, profile, login));
    }
    Result<sdk::Backend> openAt(const sdk::BackendEnvironment &environment)
    {
        TRY(auto setup, postgresql::setupOf(environment));
        setup.patience = m_patience;
        return postgresql::openBackend(std::move(setup), environment);
    }

private:
    static QString places(const QList<quint16> &ports)
    {
        QStringList hosts;
        for (const auto port : ports)
            hosts.append(QStringLiteral("%1:%2").arg(PostgresServer::host()).arg(port));
        return hosts.join(QLatin1Char(','));
    }
    QString passFile()
    {
        QFile file(m_folder.filePath(QStringLiteral("pass")));
        if (!file.exists() && file.open(QIODevice::WriteOnly)) {
            file.write("*:*:*:desk_1:of-desk-1\n*:*:*:program_1:of-program-1\n*:*:*:stranger:of-stranger\n");
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // libpq reads no other
        }
        return file.fileName();
    }

    QTemporaryDir m_folder;
    PostgresServer &m_server;
    QList<quint16> m_poolers;
    QList<quint16> m_behind;
    std::chrono::milliseconds m_patience{kComesWithinMs};
    int m_databases = 0;
    int m_desks = 0;
};

} // namespace simiao::test

/// Starts `server` and makes a hospital's database on it, held by the pointer `hospital`. Leaves the test function where there is no PostgreSQL, or one
/// of the two does not come about.
#define BEGIN_HOSPITAL(server, hospital) \
    if (!simiao::test::PostgresServer::isInstalled()) \
        QSKIP(qPrintable(simiao::test::PostgresServer::whyNot())); \
    QVERIFY2(server.start(), qPrintable(server.log())); \
    hospital = std::make_unique<simiao::test::HospitalDatabase>(server); \
    const auto whatIsWrong = hospital->make(); \
    QVERIFY2(whatIsWrong.isEmpty(), qPrintable(whatIsWrong))
