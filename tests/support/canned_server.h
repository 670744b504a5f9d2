#pragma once

#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace simiao::test {

/// A request as it came in.
struct SeenRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QByteArray head;   ///< all header lines
    QByteArray body;

    QByteArray header(const QByteArray &name) const;
};

/// What a server says to a request, byte by byte, and how it fails at it.
struct CannedAnswer
{
    QByteArray bytes = {};
    qsizetype cutAfter = -1; ///< the connection is gone after so many bytes; -1: not
    bool isSilent = false;   ///< nothing more comes after `bytes`, and the connection stays
    int dripMs = 0;          ///< one byte every so many milliseconds
};

/// "HTTP/1.1 200 OK" with a length and a body.
CannedAnswer answer(int status, const QByteArray &body = {}, const QList<QByteArray> &headerLines = {});

/// A server of HTTP/1.1 on this machine that says what the test wants said. Lives in the test's own event loop.
class CannedServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<CannedAnswer(const SeenRequest &request)>;

    /// \param tls  null: plain
    explicit CannedServer(Handler handler, std::optional<QSslConfiguration> tls = {});
    ~CannedServer() override;

    /// "http://127.0.0.1:<port><path>"
    QUrl url(const QString &path = QStringLiteral("/")) const;
    const QList<SeenRequest> &seen() const { return m_seen; }
    int connections() const { return m_connections; }

private:
    void listenTo(QTcpSocket *socket);
    void read(QTcpSocket *socket);
    void say(QTcpSocket *socket, const CannedAnswer &canned);
    void drip(QTcpSocket *socket, const CannedAnswer &canned);

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    bool m_isTls;
    QList<SeenRequest> m_seen;
    int m_connections = 0;
};

} // namespace simiao::test
