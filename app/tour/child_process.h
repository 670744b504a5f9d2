#pragma once

#include "core/result.h"
#include "tour/line_socket.h"

#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>

namespace simiao::tour {

/// How a program is started. Its standard output goes to our standard error: ours carries the report.
struct Launch
{
    QString program; ///< absolute path
    QStringList arguments;
    QMap<QString, QString> environment; ///< on top of this process's own
};

/// How a program ended.
struct Exit
{
    int code = 0;   ///< of a program that ended by itself
    int signal = 0; ///< that ended it, or 0

    bool isClean() const { return code == 0 && signal == 0; }
    /// "exit code 2", "signal 11"
    QString toString() const;
};

/// A started program and our end of a socket that it inherits. Killed when the object goes.
class ChildProcess
{
public:
    /// `launch.arguments` must end with the option that takes the child's descriptor; its number is appended.
    /// \returns `tour.start` (Unavailable)
    static Result<ChildProcess> start(Launch launch);

    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&other) noexcept;
    ~ChildProcess();

    LineSocket &socket() { return m_socket; }
    /// At once, with no chance to write anything more; returns when it is gone.
    void kill();
    /// Nothing when it still runs after `patience`.
    std::optional<Exit> waitForEnd(std::chrono::milliseconds patience);

private:
    ChildProcess(int pid, LineSocket socket)
        : m_pid(pid)
        , m_socket(std::move(socket))
    {
    }

    int m_pid; ///< 0: ended and reaped
    LineSocket m_socket;
};

/// Runs a program to its end. \returns `tour.start` (Unavailable)
Result<Exit> runToEnd(const Launch &launch);

/// Path of the running program.
QString ownProgramPath();

} // namespace simiao::tour
