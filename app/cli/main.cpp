#include "cli/command_line.h"
#include "cli/passwords.h"
#include "core/log.h"
#include "link/profile_link.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdio>
#include <exception>
#include <memory>

using namespace simiao;

namespace {

class Terminal : public cli::Console
{
public:
    void out(const QByteArray &bytes) override { write(bytes, stdout); }
    void err(const QByteArray &bytes) override { write(bytes, stderr); }

private:
    static void write(const QByteArray &bytes, std::FILE *stream)
    {
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
        std::fflush(stream);
    }
};

Result<cli::GraphPointer> openGraph(const bootstrap::StartOptions &start)
{
    auto graph = bootstrap::buildGraph(start);
    if (!graph)
        return std::move(graph).error();
    return cli::GraphPointer(std::move(*graph));
}

/// Ends the program with the command's exit code, or when it throws.
Task<> runToEnd(cli::Run run, cli::Call call)
{
    int exitCode = cli::Refused;
    try {
        auto running = run(call);
        const auto code = co_await running;
        exitCode = code;
    } catch (const std::exception &thrown) {
        call.say(QString::fromUtf8(thrown.what()));
    }
    log::flush();
    // Queued: the command may have ended before the event loop began.
    QMetaObject::invokeMethod(qApp, [exitCode] { QCoreApplication::exit(exitCode); }, Qt::QueuedConnection);
}

int show(const link::Reply &reply, cli::Console &console)
{
    console.out(reply.out);
    console.err(reply.err);
    return reply.exitCode;
}

/// The program once more as one that has fonts; it shows no window and needs no display. The arguments stay ours: it would
/// take some for its own.
std::unique_ptr<QCoreApplication> withFonts(std::unique_ptr<QCoreApplication> application, char **arguments)
{
    static int count = 1; // lives as long as the application
    application.reset();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(count, arguments);
}

} // namespace

int main(int count, char **arguments)
{
    auto application = std::make_unique<QCoreApplication>(count, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("simiao"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIMIAO_VERSION));
    const auto terminal = std::make_shared<Terminal>();

    const auto words = QCoreApplication::arguments();
    auto line = cli::parseCommandLine(words);
    if (!line.command) {
        line.exitCode == cli::Good ? terminal->out(line.text.toUtf8()) : terminal->err(line.text.toUtf8());
        return line.exitCode;
    }
    line.invocation.folder = QDir::currentPath();
    const cli::Call call{line.invocation, openGraph, terminal};
    const auto passwords = cli::readPasswords(line);
    if (!passwords)
        return call.fail(passwords.error());

    if (line.command->reach != cli::Reach::NoStore) {
        const auto reply =
            link::askOwner(bootstrap::foldersFor(line.invocation.start),
                           {words, line.invocation.folder, passwords->user, passwords->fresh, {}});
        if (reply)
            return show(*reply, *terminal);
        if (reply.error().code != QLatin1StringView("link.nobody"))
            return call.fail(reply.error());
    }
    if (line.command->drawsText)
        application = withFonts(std::move(application), arguments);
    auto own = call;
    own.invocation.password = passwords->user;
    own.invocation.newPassword = passwords->fresh;
    const auto ending = runToEnd(line.command->run, own);
    return QCoreApplication::exec();
}
