#pragma once

#include "support/postgres_cluster.h"

#include <QProcess>

namespace simiao::test {

/// A psql that stays connected. A line of its answer means that the statement is committed: psql prints when the server has said so.
class PsqlSession
{
public:
    explicit PsqlSession(const QString &conninfo) { open(conninfo); }
    PsqlSession(const PsqlSession &) = delete;
    PsqlSession &operator=(const PsqlSession &) = delete;
    ~PsqlSession()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Anew, when it has ended with its connection.
    void open(const QString &conninfo)
    {
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(postgresPrograms() + QStringLiteral("/psql"),
                        {QStringLiteral("-XqAtw"), QStringLiteral("-f"), QStringLiteral("-"), conninfo});
    }
    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    void say(const QString &sql) { m_process.write(sql.toUtf8() + ";\n"); }
    bool hasAnswer() const { return m_process.canReadLine(); }
    /// One line of an answer; empty where there is none.
    QString answer() { return QString::fromUtf8(m_process.readLine()).trimmed(); }

private:
    QProcess m_process;
};

} // namespace simiao::test
