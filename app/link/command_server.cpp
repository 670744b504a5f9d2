#include "link/command_server.h"

#include "cli/command_line.h"
#include "core/log.h"
#include "sdk/desk.h"

#include <QCoroTask>
#include <QLocalSocket>
#include <QPointer>

namespace simiao::link {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestRequest = 1024 * 1024;

/// Keeps the words until the command has ended.
class Collected : public cli::Console
{
public:
    void out(const QByteArray &bytes) override { reply.out += bytes; }
    void err(const QByteArray &bytes) override { reply.err += bytes; }

    Reply reply;
};

void send(QLocalSocket *socket, const Reply &reply)
{
    socket->write(toJson(reply).canonical() + '\n');
    socket->disconnectFromServer();
}

Reply words(const cli::CommandLine &line)
{
    const auto text = line.text.toUtf8();
    return line.exitCode == cli::Good ? Reply{line.exitCode, text, {}} : Reply{line.exitCode, {}, text};
}

} // namespace

CommandServer::CommandServer(const bootstrap::ApplicationGraph *graph, QObject *parent)
    : QObject(parent)
    , m_graph(graph)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption); // mode 0600
    connect(&m_server, &QLocalServer::newConnection, this, &CommandServer::accept);
}

Result<void> CommandServer::listen()
{
    const QString name = socketName(m_graph->profile->folders());
    QLocalServer::removeServer(name); // of a killed owner: the profile's lock says that we are the only one
    if (m_server.listen(name))
        return ok();
    return Error{ErrorKind::Unavailable, u"link.listen"_s, m_server.errorString()};
}

void CommandServer::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void CommandServer::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > kLongestRequest)
        return socket->abort();
    if (!socket->canReadLine())
        return;
    const auto json = Json::parse(socket->readLine());
    const auto request = json ? requestFromJson(*json) : Result<Request>(json.error());
    if (request)
        return answer(socket, *request);
    log::warning(logLine(request.error()));
    socket->abort();
}

void CommandServer::answer(QLocalSocket *socket, const Request &request)
{
    if (request.display.isEmpty())
        return run(socket, request);
    send(socket, openDisplay(request.display));
}

Reply CommandServer::openDisplay(const QString &name) const
{
    auto opened = Result<void>(Error{ErrorKind::NotFound, u"display.unknown"_s, name});
    if (m_openDisplay)
        opened = m_openDisplay(name);
    if (opened)
        return {};
    return {cli::exitCodeOf(opened.error()), {}, (sdk::errorText(opened.error()) + u'\n').toUtf8()};
}

void CommandServer::run(QLocalSocket *socket, const Request &request)
{
    auto line = cli::parseCommandLine(request.arguments);
    if (!line.command)
        return send(socket, words(line));
    line.invocation.folder = request.folder;
    line.invocation.password = request.password;
    line.invocation.newPassword = request.newPassword;
    const auto console = std::make_shared<Collected>();
    const auto *graph = m_graph;
    const cli::Call call{line.invocation,
                         [graph](const bootstrap::StartOptions &) {
                             return Result<cli::GraphPointer>(cli::GraphPointer(cli::GraphPointer(), graph));
                         },
                         console};
    if (line.command->reach == cli::Reach::Exclusive) {
        console->reply.exitCode = call.fail({ErrorKind::Conflict, u"cli.exclusive"_s, line.command->words});
        return send(socket, console->reply);
    }
    QCoro::connect(line.command->run(call), this, [console, socket = QPointer(socket)](int exitCode) {
        console->reply.exitCode = exitCode;
        if (socket)
            send(socket, console->reply);
    });
}

} // namespace simiao::link
