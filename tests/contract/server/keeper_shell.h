#pragma once

#include "support/postgres_cluster.h"
#include "support/postgres_server.h"

#include <QProcess>

namespace simiao::test {

/// The commands of whoever keeps a server, in a folder, with this build's simiao-cli before all others.
class KeeperShell
{
public:
    /// \param first  a folder whose programs stand before all others; may be empty
    KeeperShell(const PostgresServer &server, const QString &folder, const QString &first = {})
        : m_server(server)
        , m_folder(folder)
        , m_first(first)
    {
    }

    void start(QProcess &shell, const QString &command) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"),
                           QStringLiteral("%1:%2/bin:%3:%4")
                               .arg(m_first, qEnvironmentVariable("SIMIAO_BUILD"), postgresPrograms(),
                                    qEnvironmentVariable("PATH")));
        environment.insert(QStringLiteral("PGHOST"), m_server.folder());
        environment.insert(QStringLiteral("PGPORT"), QString::number(m_server.port()));
        environment.insert(QStringLiteral("PGUSER"), QStringLiteral("postgres"));
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(m_folder);
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), command});
    }

    /// What is wrong, or nothing.
    QString run(const QString &command) const
    {
        constexpr int kPatienceMs = 60'000;
        QProcess shell;
        start(shell, command);
        shell.waitForFinished(kPatienceMs);
        const bool isGood = shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0;
        return isGood ? QString() : command + QLatin1Char('\n') + QString::fromUtf8(shell.readAll());
    }

    QString address(const QString &database) const
    {
        return QStringLiteral("'postgresql://postgres@/%1?host=%2&port=%3'")
            .arg(database, m_server.folder())
            .arg(m_server.port());
    }

private:
    const PostgresServer &m_server;
    QString m_folder;
    QString m_first;
};

} // namespace simiao::test
