#include "support/canned_server.h"

#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <QTimer>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QTcpServer> newServer(const std::optional<QSslConfiguration> &tls)
{
    if (!tls)
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(*tls);
    return server;
}

/// What of `bytes` is one whole request; nothing as long as it is not there.
std::optional<std::pair<SeenRequest, qsizetype>> firstRequest(const QByteArray &bytes)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const auto firstLine = bytes.indexOf("\r\n");
    const auto words = bytes.first(firstLine).split(' ');
    SeenRequest request{words.value(0), words.value(1), bytes.mid(firstLine + 2, end - firstLine), {}};
    const auto length = request.header("Content-Length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return {};
    request.body = bytes.mid(end + 4, length);
    return std::pair(request, end + 4 + length);
}

} // namespace

QByteArray SeenRequest::header(const QByteArray &name) const
{
    for (const auto &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

CannedAnswer answer(int status, const QByteArray &body, const QList<QByteArray> &headerLines)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Canned\r\n";
    for (const auto &line : headerLines)
        bytes += line + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return {.bytes = bytes};
}

CannedServer::CannedServer(Handler handler, std::optional<QSslConfiguration> tls)
    : m_handler(std::move(handler))
    , m_server(newServer(tls))
    , m_isTls(tls.has_value())
{
    if (!m_server->listen(QHostAddress::LocalHost, 0))
        qFatal("no port to listen on");
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = m_server->nextPendingConnection())
            listenTo(socket);
    });
}

CannedServer::~CannedServer() = default;

QUrl CannedServer::url(const QString &path) const
{
    const auto scheme = m_isTls ? "https"_L1 : "http"_L1;
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(m_server->serverPort()).arg(path));
}

void CannedServer::listenTo(QTcpSocket *socket)
{
    ++m_connections;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    read(socket);
}

void CannedServer::read(QTcpSocket *socket)
{
    auto bytes = socket->property("unread").toByteArray() + socket->readAll();
    if (bytes.contains("Expect: 100-continue") && bytes.endsWith("\r\n\r\n"))
        socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    while (const auto request = firstRequest(bytes)) {
        bytes.remove(0, request->second);
        m_seen.append(request->first);
        say(socket, m_handler(request->first));
    }
    socket->setProperty("unread", bytes);
}

void CannedServer::say(QTcpSocket *socket, const CannedAnswer &canned)
{
    if (canned.dripMs > 0)
        return drip(socket, canned);
    if (canned.cutAfter < 0) {
        socket->write(canned.bytes);
        return;
    }
    socket->write(canned.bytes.first(std::min(canned.cutAfter, canned.bytes.size())));
    socket->disconnectFromHost();
}

void CannedServer::drip(QTcpSocket *socket, const CannedAnswer &canned)
{
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket,
            [socket, timer, bytes = canned.bytes, at = qsizetype(0)]() mutable {
                if (at == bytes.size())
                    return timer->stop();
                socket->write(bytes.mid(at++, 1));
            });
    timer->start(canned.dripMs);
}

} // namespace simiao::test
