#pragma once

#include <QProcess>
#include <QStandardPaths>

namespace simiao::test {

/// What another program said about a file.
struct OutsideAnswer
{
    int exitCode = -1; ///< -1: it did not end by itself
    QString words;     ///< both channels
};

/// Runs a program of the machine; it is ended after a minute.
inline OutsideAnswer runOutside(const QString &program, const QStringList &arguments)
{
    constexpr int kMilliseconds = 60'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(kMilliseconds)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const bool isDone = process.exitStatus() == QProcess::NormalExit;
    return {isDone ? process.exitCode() : -1, QString::fromUtf8(process.readAll())};
}

} // namespace simiao::test

/// Leaves the test function where the program is not installed.
#define REQUIRE_OUTSIDE(program) \
    if (QStandardPaths::findExecutable(QStringLiteral(program)).isEmpty()) \
    QSKIP("needs " program " of DCMTK, which is not installed")
