#include "integration/http/client.h"
#include "support/patience.h"
#include "support/test_certificates.h"

#include <QCoroTask>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// A server of Node.js, which is the one that is at hand and speaks it.
constexpr auto kServer = "const fs = require('fs');"
                         "const server = require('http2').createSecureServer("
                         "  {key: fs.readFileSync(process.argv[1]), cert: fs.readFileSync(process.argv[2])},"
                         "  (request, response) => {"
                         "    response.setHeader('X-Sessions', String(sessions.size));"
                         "    response.end(request.httpVersion);"
                         "  });"
                         "const sessions = new Set();"
                         "server.on('session', session => sessions.add(session));"
                         "server.listen(0, '127.0.0.1', () => console.log(server.address().port));"_L1;

} // namespace

class TestHttp2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOneConnection();
};

void TestHttp2::sharesOneConnection()
{
    const auto node = QStandardPaths::findExecutable(u"node"_s);
    const QTemporaryDir folder;
    const auto certificate = makeCertificate(folder.path(), u"here"_s, u"IP:127.0.0.1"_s);
    if (node.isEmpty() || !certificate)
        QSKIP("needs the programs node and openssl");
    QProcess server;
    server.start(node, {u"-e"_s, QString(kServer), certificate->keyFile, certificate->certificateFile});
    const auto end = qScopeGuard([&server] {
        server.kill();
        server.waitForFinished();
    });
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += server.readAllStandardOutput()).endsWith('\n'), 20'000);
    const QUrl url(u"https://127.0.0.1:%1/"_s.arg(said.trimmed().toInt()));
    const auto client = http::Client::create({.server = url, .caFile = certificate->certificateFile});
    QVERIFY(client);

    const auto first = QCoro::waitFor((*client)->send({.url = url}, {}));
    std::vector<QFuture<Result<http::Response>>> others;
    for (int i = 0; i < 8; ++i)
        others.push_back((*client)->start({.url = url}, {}));

    QVERIFY(first);
    QCOMPARE(first->protocol, "HTTP/2");
    QCOMPARE(first->body, "2.0");
    for (auto &other : others) {
        QTRY_VERIFY_WITH_TIMEOUT(other.isFinished(), 20'000);
        const auto response = other.result();
        QVERIFY(response);
        QCOMPARE(http::valueOf(response->headers, "x-sessions"), "1");
    }
}

QTEST_GUILESS_MAIN(TestHttp2)
#include "test_http2.moc"
