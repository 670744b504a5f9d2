#pragma once

#include <QProcess>
#include <QStringList>

namespace simiao::test {

/// Another program for the length of a test. It is killed at the end, also when the test itself dies.
class ServerProcess
{
public:
    ServerProcess() = default;
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;
    ~ServerProcess();

    /// Starts it and waits until it listens on all of `ports`. \returns false where it ends or does not within the time
    bool start(const QString &program,
               const QStringList &arguments,
               const QList<quint16> &ports,
               const QStringList &environment = {});
    void stop();

    /// What it has written so far.
    QByteArray output();

private:
    QProcess m_process;
};

} // namespace simiao::test
