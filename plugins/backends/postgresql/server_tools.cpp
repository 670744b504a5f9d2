#include "server_tools.h"

#include "core/try.h"
#include "server_surroundings.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#endif

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

/// Words in English, which alone we know how to read; where the server is stands in an argument and nowhere else.
QProcessEnvironment toolEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    for (const auto &name : surroundingVariables())
        environment.remove(name);
    return environment;
}

/// The major version in "pg_dump (PostgreSQL) 15.14 (Debian …)"; 0 where it says none.
int versionOf(const QString &program)
{
    static const QRegularExpression words(u"\\) (\\d+)"_s);
    QProcess asking;
    asking.setProcessEnvironment(toolEnvironment());
    asking.start(program, {u"--version"_s});
    asking.waitForFinished();
    return words.match(QString::fromUtf8(asking.readAllStandardOutput())).captured(1).toInt();
}

ServerTools toolsIn(const QString &folder)
{
    const ServerTools tools{QStandardPaths::findExecutable(u"pg_dump"_s, {folder}),
                            QStandardPaths::findExecutable(u"pg_restore"_s, {folder})};
    return tools.dump.isEmpty() || tools.restore.isEmpty()
        ? ServerTools{}
        : ServerTools{tools.dump, tools.restore, versionOf(tools.dump)};
}

/// 'pg_dump: dumping contents of table "simiao.patient"', 'pg_restore: processing data for table "simiao.patient"'.
void tell(const QByteArray &line, const TableTold &told)
{
    static const QRegularExpression table(
        u"(?:dumping contents of|processing data for) table \"simiao\\.(\\w+)\""_s);
    const auto match = table.match(QString::fromUtf8(line));
    if (told && match.hasMatch())
        told(match.captured(1));
}

Error full(const QString &place)
{
    const qint64 left = QStorageInfo(QFileInfo(place).absolutePath()).bytesAvailable();
    return {ErrorKind::Unavailable, u"disk.full"_s, QLocale::c().formattedDataSize(left)};
}

/// \param said  the lines that are no progress
Error failureOf(const QString &program, const QByteArray &said, const QString &place)
{
    const bool isOfServer = said.contains("ERROR:") || said.contains("FATAL:") || said.contains("PANIC:");
    if (said.contains("No space left on device"))
        return isOfServer ? Error{ErrorKind::Unavailable, u"server.disk-full"_s} : full(place);
    if (isOfServer && said.contains("permission denied"))
        return {ErrorKind::Forbidden, u"server.refused"_s};
    if (said.contains("connection to server") || said.contains("server closed the connection"))
        return {ErrorKind::Unavailable, u"server.unreachable"_s};
    return {ErrorKind::Unavailable, u"server.tool-failed"_s, QFileInfo(program).fileName()};
}

constexpr int kLookUpMs = 100;
constexpr int kEndMs = 5'000; ///< for a program to tell the server that it gives up

/// Whoever waits for it decides when it ends.
void keepOnLeash([[maybe_unused]] QProcess &tool)
{
#ifdef Q_OS_LINUX
    tool.setChildProcessModifier([] {
        ::setpgid(0, 0); // Ctrl+C goes to whoever is in front
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
#endif
}

Error ended(QProcess &tool)
{
    tool.terminate();
    if (!tool.waitForFinished(kEndMs)) {
        tool.kill();
        tool.waitForFinished(-1);
    }
    return cancelled();
}

} // namespace

QStringList toolFolders()
{
    const QString packages = u"/usr/lib/postgresql"_s;
    QStringList folders;
    for (const auto &version : QDir(packages).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        folders.append(packages + u'/' + version + u"/bin"_s);
    return folders + qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
}

Result<ServerTools> findServerTools(int serverVersion, const QStringList &folders)
{
    ServerTools newest;
    for (const auto &folder : folders) {
        const auto tools = toolsIn(folder);
        if (tools.version > newest.version)
            newest = tools;
    }
    if (newest.version == 0)
        return Error{ErrorKind::NotFound, u"server.tools-missing"_s, u"pg_dump, pg_restore"_s};
    if (newest.version < serverVersion)
        return Error{ErrorKind::Conflict, u"server.tools-old"_s,
                     u"%1 %2"_s.arg(newest.version).arg(serverVersion)};
    return newest;
}

Result<void> runTool(const QString &program,
                     const QStringList &arguments,
                     const QString &place,
                     const TableTold &told,
                     const std::stop_token &stop)
{
    QProcess tool;
    keepOnLeash(tool);
    tool.setProcessEnvironment(toolEnvironment());
    tool.setStandardOutputFile(QProcess::nullDevice());
    tool.setReadChannel(QProcess::StandardError);
    tool.start(program, arguments, QIODevice::ReadOnly);
    QByteArray said;
    const auto takeLines = [&] {
        while (tool.canReadLine()) {
            const auto line = tool.readLine();
            tell(line, told);
            if (line.contains("rror"))
                said += line;
        }
    };
    while (tool.state() != QProcess::NotRunning) {
        tool.waitForReadyRead(stop.stop_possible() ? kLookUpMs : -1);
        takeLines();
        if (stop.stop_requested())
            return ended(tool);
    }
    takeLines();
    if (tool.error() == QProcess::FailedToStart)
        return Error{ErrorKind::NotFound, u"server.tools-missing"_s, program};
    if (tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0)
        return ok();
    return failureOf(program, said, place);
}

QString databaseArgument(ServerAddress address)
{
    address.parameters.remove(u"options"_s); // its limits are a desk's; the programs set their own
    return u"--dbname="_s + address.connectOptions();
}

} // namespace simiao::postgresql
