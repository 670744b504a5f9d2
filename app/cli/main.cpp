#include "command_line.h"
#include "core/log.h"
#include "output.h"

#include <QCoreApplication>

#include <exception>

using namespace simiao;

namespace {

/// Ends the program with the command's exit code, or when it throws.
Task<> runToEnd(Task<int> running)
{
    int exitCode = cli::Refused;
    try {
        const auto code = co_await running;
        exitCode = code;
    } catch (const std::exception &thrown) {
        cli::say(QString::fromUtf8(thrown.what()));
    }
    log::flush();
    // Queued: the command may have ended before the event loop began.
    QMetaObject::invokeMethod(qApp, [exitCode] { QCoreApplication::exit(exitCode); }, Qt::QueuedConnection);
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("simiao"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIMIAO_VERSION));

    const auto line = cli::parseCommandLine(QCoreApplication::arguments());
    if (!line.command) {
        if (line.exitCode == cli::Good)
            cli::printText(line.text);
        else
            cli::say(line.text);
        return line.exitCode;
    }
    const auto ending = runToEnd(line.command->run(line.invocation));
    return QCoreApplication::exec();
}
