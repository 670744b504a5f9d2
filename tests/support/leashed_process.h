#pragma once

#include <QList>
#include <QProcess>
#include <QStringList>

namespace simiao::test {

/// A server of many processes for the length of a test, run as serverAccount(). Nothing of it outlives the test, whether the test
/// ends, crashes or is killed, and whether the server runs, is frozen or has lost its first process: `leash` stands between.
/// \thread  of the test
class LeashedProcess
{
public:
    LeashedProcess() = default;
    LeashedProcess(const LeashedProcess &) = delete;
    LeashedProcess &operator=(const LeashedProcess &) = delete;
    /// Kills what is left.
    ~LeashedProcess();

    /// \param logFile  gets what it writes, behind what is there: a pipe would stop a server whose test does not read
    /// \param folder  is removed when the test dies
    bool start(const QString &program,
               const QStringList &arguments,
               const QString &logFile,
               const QString &folder);

    /// Whether anything of it runs, or is frozen.
    bool isRunning();
    /// The server, and all below it and left by it.
    QList<qint64> pids() const;

    /// SIGSTOP to all of them: connections are taken by the system and never answered, as of a machine that hangs.
    /// \returns when they stand
    void freeze();
    void thaw();
    /// SIGKILL to all of them at once, as if the plug were pulled, with the disk left as it is.
    void kill9();
    /// A signal to one, and the wait for the end of all. \returns whether all ended within the time
    bool end(qint64 pid, int signal, int withinMs);

private:
    QProcess m_process;
};

} // namespace simiao::test
