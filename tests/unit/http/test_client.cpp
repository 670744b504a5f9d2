#include "integration/http/client.h"
#include "integration/http/status_error.h"
#include "support/canned_server.h"
#include "support/patience.h"

#include <QCoroTask>
#include <QtTest>

#include <atomic>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A body of so many bytes that says how often it was read from the start.
class Letters : public http::RequestBody
{
public:
    explicit Letters(qint64 size)
        : m_size(size)
    {
    }
    qint64 size() const override { return m_size; }
    Result<qsizetype> read(std::span<char> room) override
    {
        const auto count = std::min<qint64>(static_cast<qint64>(room.size()), m_size - m_at);
        std::fill_n(room.begin(), count, 'x');
        m_at += count;
        return qsizetype(count);
    }
    Result<void> rewind() override
    {
        m_at = 0;
        return ok();
    }

private:
    qint64 m_size;
    qint64 m_at = 0;
};

/// A body whose file is gone half way.
class Broken : public Letters
{
public:
    using Letters::Letters;
    Result<qsizetype> read(std::span<char>) override { return Error{ErrorKind::NotFound, u"test.gone"_s}; }
};

/// Collects; not ready before it is told.
class Collector : public http::BodySink
{
public:
    Result<void> begin(const http::Response &response) override
    {
        head = response;
        return ok();
    }
    Result<void> take(QByteArrayView piece) override
    {
        bytes += piece;
        if (bytes.size() > mostBytes)
            return Error{ErrorKind::Corrupt, u"test.enough"_s};
        return ok();
    }
    bool isReady() override
    {
        ++asked;
        return isOpen;
    }

    http::Response head;
    QByteArray bytes;
    qsizetype mostBytes = 1 << 30;
    std::atomic<int> asked = 0;
    std::atomic<bool> isOpen = true;
};

/// As short as a busy machine allows, where whoever answers is in this process too.
http::Deadlines quick()
{
    return {.connect = 5s, .silence = 3s, .whole = 10s};
}

std::unique_ptr<http::Client> clientOf(const CannedServer &server, http::Credentials credentials = {})
{
    auto client = http::Client::create({.server = server.url(), .credentials = std::move(credentials)});
    return client ? std::move(*client) : nullptr;
}

Result<http::Response> get(http::Client &client, const QUrl &url)
{
    return QCoro::waitFor(client.send({.url = url, .deadlines = quick()}, {}));
}

QString codeOf(const Result<http::Response> &result)
{
    return result ? u"%1"_s.arg(result->status)
                  : errorKindName(result.error().kind) + u' ' + result.error().code;
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesStatusHeadersAndBody();
    void keepsTheConnection();
    void sendsABody();
    void endsWithTheErrorOfTheBody();
    void streamsToASink();
    void makesThePeerWait();
    void endsWithTheErrorOfTheSink();
    void namesWhatFails_data();
    void namesWhatFails();
    void isUnreachableWhereNobodyListens();
    void refusesALargerBodyThanAskedFor();
    void endsASlowPeer();
    void stopsWithinASecond();
    void endsWithTheClient();
    void sendsCredentialsToTheServerOnly();
    void followsNoRedirectionOfWhatIsSent();
    void followsNoChainWithoutEnd();
    void hearsNoProxyOfTheEnvironment();
    void refusesWhatCannotBeSent();
    void refusesUnsafeSettings_data();
    void refusesUnsafeSettings();
    void tellsWhatAStatusMeans_data();
    void tellsWhatAStatusMeans();
};

void TestClient::givesStatusHeadersAndBody()
{
    CannedServer server(
        [](const SeenRequest &) { return answer(404, "no such thing", {"X-Kind:  wrong "}); });
    const auto client = clientOf(server);

    const auto response = get(*client, server.url(u"/a?b=%E7%8E%8B"_s));

    QVERIFY(response);
    QCOMPARE(response->status, 404);
    QCOMPARE(response->protocol, "HTTP/1.1");
    QCOMPARE(http::valueOf(response->headers, "x-kind"), "wrong");
    QCOMPARE(response->body, "no such thing");
    QCOMPARE(server.seen().first().target, "/a?b=%E7%8E%8B");
}

void TestClient::keepsTheConnection()
{
    CannedServer server([](const SeenRequest &) { return answer(200, "yes"); });
    const auto client = clientOf(server);

    for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(get(*client, server.url())), u"200"_s);

    QCOMPARE(server.connections(), 1);
}

void TestClient::sendsABody()
{
    CannedServer server([](const SeenRequest &) { return answer(200, "taken"); });
    const auto client = clientOf(server);

    const auto response = QCoro::waitFor(client->send({.method = http::Method::Post,
                                                       .url = server.url(),
                                                       .headers = {{"Content-Type", "text/plain"}},
                                                       .body = std::make_shared<Letters>(3'000'000),
                                                       .deadlines = quick()},
                                                      {}));

    QCOMPARE(codeOf(response), u"200"_s);
    QCOMPARE(server.seen().first().method, "POST");
    QCOMPARE(server.seen().first().header("Content-Type"), "text/plain");
    QCOMPARE(server.seen().first().body, QByteArray(3'000'000, 'x'));
}

void TestClient::endsWithTheErrorOfTheBody()
{
    CannedServer server([](const SeenRequest &) { return answer(200); });
    const auto client = clientOf(server);

    const auto response = QCoro::waitFor(client->send({.method = http::Method::Post,
                                                       .url = server.url(),
                                                       .body = std::make_shared<Broken>(100),
                                                       .deadlines = quick()},
                                                      {}));

    QCOMPARE(codeOf(response), u"NotFound test.gone"_s);
}

void TestClient::streamsToASink()
{
    CannedServer server([](const SeenRequest &request) {
        return answer(request.target == "/good" ? 200 : 500, QByteArray(700'000, 'y'), {"X-A: b"});
    });
    const auto client = clientOf(server);
    const auto sink = std::make_shared<Collector>();
    const auto ask = [&](const QString &path) {
        return QCoro::waitFor(
            client->send({.url = server.url(path), .sink = sink, .deadlines = quick()}, {}));
    };

    const auto bad = ask(u"/bad"_s);
    QCOMPARE(codeOf(bad), u"500"_s);
    QCOMPARE(bad->body.size(), 64 * 1024);
    QVERIFY(sink->bytes.isEmpty());

    const auto good = ask(u"/good"_s);
    QCOMPARE(codeOf(good), u"200"_s);
    QVERIFY(good->body.isEmpty());
    QCOMPARE(http::valueOf(sink->head.headers, "X-A"), "b");
    QCOMPARE(sink->bytes, QByteArray(700'000, 'y'));
}

void TestClient::makesThePeerWait()
{
    CannedServer server([](const SeenRequest &) { return answer(200, QByteArray(5'000'000, 'z')); });
    const auto client = clientOf(server);
    const auto sink = std::make_shared<Collector>();
    sink->isOpen = false;

    auto sending = client->start({.url = server.url(), .sink = sink, .deadlines = quick()}, {});
    QTRY_VERIFY(sink->asked > 2);
    QVERIFY(sink->bytes.isEmpty());
    sink->isOpen = true;
    client->wake();

    QTRY_VERIFY(sending.isFinished());
    QCOMPARE(codeOf(sending.result()), u"200"_s);
    QCOMPARE(sink->bytes, QByteArray(5'000'000, 'z'));
}

void TestClient::endsWithTheErrorOfTheSink()
{
    CannedServer server([](const SeenRequest &) { return answer(200, QByteArray(5'000'000, 'z')); });
    const auto client = clientOf(server);
    const auto sink = std::make_shared<Collector>();
    sink->mostBytes = 1'000'000;

    const auto response =
        QCoro::waitFor(client->send({.url = server.url(), .sink = sink, .deadlines = quick()}, {}));

    QCOMPARE(codeOf(response), u"Corrupt test.enough"_s);
}

void TestClient::namesWhatFails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("cutAfter");
    QTest::addColumn<QString>("code");
    const QByteArray whole = answer(200, "0123456789").bytes;
    for (int cut = 0; cut < whole.size(); cut += 3)
        QTest::addRow("cut after %d bytes", cut) << whole << cut << u"Unavailable http.cut"_s;
    QTest::newRow("silence at once") << QByteArray() << -1 << u"Unavailable http.silent"_s;
    QTest::newRow("silence in the head") << whole.first(20) << -1 << u"Unavailable http.silent"_s;
    QTest::newRow("silence in the body") << whole.chopped(1) << -1 << u"Unavailable http.silent"_s;
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("chunks") << chunked + "3\r\nabc\r\n0\r\n\r\n" << -1 << u"200"_s;
    QTest::newRow("a chunk that is cut") << chunked + "9\r\nabc" << 60 << u"Unavailable http.cut"_s;
    QTest::newRow("no last chunk") << chunked + "3\r\nabc\r\n" << 60 << u"Unavailable http.cut"_s;
    QTest::newRow("no number of a chunk") << chunked + "zz\r\nabc\r\n" << -1 << u"Unavailable http.cut"_s;
    QTest::newRow("another protocol")
        << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << 30 << u"Forbidden http.redirected"_s;
    QTest::newRow("an endless head") << "HTTP/1.1 200 OK\r\n"
            + QByteArray("X-Same: again and again\r\n").repeated(20'000)
                                     << -1 << u"Invalid http.too-large"_s;
    QTest::newRow("a length beyond all")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\nabc") << -1
        << u"Invalid http.too-large"_s;
    QTest::newRow("a length that is none")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc") << -1 << u"Invalid http.answer"_s;
}

void TestClient::namesWhatFails()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, cutAfter);
    CannedServer server(
        [&](const SeenRequest &) { return CannedAnswer{.bytes = bytes, .cutAfter = cutAfter}; });
    const auto client = clientOf(server);

    const auto response = get(*client, server.url(u"/?PatientName=secret"_s));

    QTEST(codeOf(response), "code");
    if (!response) {
        QVERIFY(response.error().detail.contains(u"127.0.0.1"_s));
        QVERIFY(!response.error().detail.contains(u"secret"_s));
    }
}

void TestClient::isUnreachableWhereNobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
    server.close();
    const auto client = http::Client::create({.server = url});

    QCOMPARE(codeOf(get(**client, url)), u"Unavailable http.unreachable"_s);
}

void TestClient::refusesALargerBodyThanAskedFor()
{
    const QByteArray chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray("5\r\n01234\r\n").repeated(10);
    CannedServer server([&](const SeenRequest &request) {
        return request.target == "/chunked" ? CannedAnswer{.bytes = chunked}
                                            : answer(200, QByteArray(41, 'x'));
    });
    const auto client = clientOf(server);
    const auto ask = [&](const QString &path) {
        return QCoro::waitFor(
            client->send({.url = server.url(path), .deadlines = quick(), .mostBytes = 40}, {}));
    };

    QCOMPARE(codeOf(ask(u"/told"_s)), u"Invalid http.too-large"_s);
    QCOMPARE(codeOf(ask(u"/chunked"_s)), u"Invalid http.too-large"_s);
}

void TestClient::endsASlowPeer()
{
    CannedServer server([](const SeenRequest &) {
        return CannedAnswer{.bytes = answer(200, QByteArray(1000, 'x')).bytes, .dripMs = 100};
    });
    const auto client = clientOf(server);

    QCOMPARE(codeOf(get(*client, server.url())), u"Unavailable http.silent"_s);
}

void TestClient::stopsWithinASecond()
{
    CannedServer server([](const SeenRequest &) { return CannedAnswer{.isSilent = true}; });
    const auto client = clientOf(server);
    std::stop_source stop;
    auto sending = client->start({.url = server.url()}, stop.get_token());
    QTRY_COMPARE(server.seen().size(), 1);

    QElapsedTimer clock;
    clock.start();
    stop.request_stop();
    sending.waitForFinished();

    QVERIFY(clock.elapsed()
            < (test::isMachineOurs() ? 1'000 : 5'000)); // beside other tests the machine takes its own time
    QCOMPARE(codeOf(sending.result()), u"Cancelled core.cancelled"_s);
}

void TestClient::endsWithTheClient()
{
    CannedServer server([](const SeenRequest &) { return CannedAnswer{.isSilent = true}; });
    auto client = clientOf(server);
    auto sending = client->start({.url = server.url()}, {});
    QTRY_COMPARE(server.seen().size(), 1);

    client.reset();

    QVERIFY(sending.isFinished());
    QCOMPARE(codeOf(sending.result()), u"Cancelled core.cancelled"_s);
}

void TestClient::sendsCredentialsToTheServerOnly()
{
    CannedServer other([](const SeenRequest &) { return answer(200, "other"); });
    CannedServer server([&](const SeenRequest &request) {
        if (request.target == "/away")
            return answer(302, {}, {"Location: " + other.url(u"/there"_s).toEncoded()});
        return answer(200, "own");
    });
    for (const auto &[credentials, header] :
         {std::pair<http::Credentials, QByteArray>(http::BasicCredentials{u"wang"_s, u"päss:word"_s},
                                                   "Basic " + u"wang:päss:word"_s.toUtf8().toBase64()),
          std::pair<http::Credentials, QByteArray>(http::BearerToken{"abc.def"}, "Bearer abc.def")}) {
        const auto client = clientOf(server, credentials);

        QCOMPARE(get(*client, server.url(u"/own"_s))->body, "own");
        QCOMPARE(server.seen().last().header("Authorization"), header);

        QCOMPARE(get(*client, server.url(u"/away"_s))->body, "other");
        QCOMPARE(other.seen().last().target, "/there");
        QCOMPARE(other.seen().last().header("Authorization"), "");

        QCOMPARE(get(*client, other.url())->body, "other");
        QCOMPARE(other.seen().last().header("Authorization"), "");
    }
}

void TestClient::followsNoRedirectionOfWhatIsSent()
{
    CannedServer other([](const SeenRequest &) { return answer(200); });
    CannedServer server([&](const SeenRequest &) {
        return answer(307, {}, {"Location: " + other.url(u"/there"_s).toEncoded()});
    });
    const auto client = clientOf(server);

    const auto response = QCoro::waitFor(client->send({.method = http::Method::Post,
                                                       .url = server.url(),
                                                       .body = std::make_shared<Letters>(10),
                                                       .deadlines = quick()},
                                                      {}));

    QCOMPARE(codeOf(response), u"307"_s);
    QCOMPARE(http::accepted(*response, server.url()).error().code, u"http.redirected"_s);
    QVERIFY(other.seen().isEmpty());
}

void TestClient::followsNoChainWithoutEnd()
{
    CannedServer server([](const SeenRequest &request) {
        return request.target == "/file" ? answer(302, {}, {"Location: file:///etc/passwd"})
                                         : answer(302, {}, {"Location: /again"});
    });
    const auto client = clientOf(server);

    QCOMPARE(codeOf(get(*client, server.url())), u"Forbidden http.redirected"_s);
    QCOMPARE(server.seen().size(), 4);
    QCOMPARE(codeOf(get(*client, server.url(u"/file"_s))), u"Forbidden http.redirected"_s);
}

void TestClient::hearsNoProxyOfTheEnvironment()
{
    CannedServer proxy([](const SeenRequest &) { return answer(200, "proxy"); });
    CannedServer server([](const SeenRequest &) { return answer(200, "server"); });
    const auto own = clientOf(server);
    const auto configured = http::Client::create({.server = server.url(), .proxy = proxy.url()});
    qputenv("http_proxy", proxy.url().toEncoded());
    qputenv("no_proxy", "127.0.0.1");

    QCOMPARE(get(*own, server.url())->body, "server");
    QCOMPARE(get(**configured, server.url())->body, "proxy");

    qunsetenv("http_proxy");
    qunsetenv("no_proxy");
}

void TestClient::refusesWhatCannotBeSent()
{
    CannedServer server([](const SeenRequest &) { return answer(200); });
    const auto client = clientOf(server);
    const auto withHeader = [&](const http::Header &header) {
        return codeOf(QCoro::waitFor(client->send({.url = server.url(), .headers = {header}}, {})));
    };

    QCOMPARE(codeOf(get(*client, QUrl(u"file:///etc/passwd"_s))), u"Invalid http.url"_s);
    QCOMPARE(codeOf(get(*client, QUrl(u"http://user:word@127.0.0.1/"_s))), u"Invalid http.url"_s);
    QCOMPARE(withHeader({"X-A", "b\r\nX-C: d"}), u"Invalid http.header"_s);
    QCOMPARE(withHeader({"X A", "b"}), u"Invalid http.header"_s);
    QCOMPARE(withHeader({"authorization", "Basic abc"}), u"Invalid http.header"_s);
    QVERIFY(server.seen().isEmpty());
}

void TestClient::refusesUnsafeSettings_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain to another machine")
        << u"http://pacs.example/"_s << u"a"_s << QString() << u"http.plain-credentials"_s;
    QTest::newRow("secure to another machine")
        << u"https://pacs.example/"_s << u"a"_s << QString() << QString();
    QTest::newRow("plain to this machine") << u"http://localhost:8042/"_s << u"a"_s << QString() << QString();
    QTest::newRow("plain without a user") << u"http://pacs.example/"_s << QString() << QString() << QString();
    QTest::newRow("another protocol") << u"ftp://pacs.example/"_s << QString() << QString() << u"http.url"_s;
    QTest::newRow("no host") << u"https:///studies"_s << QString() << QString() << u"http.url"_s;
    QTest::newRow("a user in it") << u"https://a:b@pacs.example/"_s << QString() << QString()
                                  << u"http.url"_s;
    QTest::newRow("a user with a colon")
        << u"https://pacs.example/"_s << u"a:b"_s << QString() << u"http.credentials"_s;
    QTest::newRow("no such authority")
        << u"https://pacs.example/"_s << QString() << u"/no/such/file.crt"_s << u"http.trust-file"_s;
}

void TestClient::refusesUnsafeSettings()
{
    QFETCH(QString, url);
    QFETCH(QString, user);
    QFETCH(QString, caFile);
    http::ClientSettings settings{.server = QUrl(url), .caFile = caFile};
    if (!user.isEmpty())
        settings.credentials = http::BasicCredentials{user, u"hidden"_s};

    const auto client = http::Client::create(settings);

    QTEST(client ? QString() : client.error().code, "code");
    QVERIFY(client || !client.error().detail.contains(u"hidden"_s));
}

void TestClient::tellsWhatAStatusMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    const auto row = [](int status, const QString &code, ErrorKind kind) {
        QTest::addRow("%d", status) << status << code << static_cast<int>(kind);
    };
    row(304, u"http.redirected"_s, ErrorKind::Invalid);
    row(400, u"http.request"_s, ErrorKind::Invalid);
    row(401, u"http.refused"_s, ErrorKind::Forbidden);
    row(403, u"http.refused"_s, ErrorKind::Forbidden);
    row(404, u"http.not-found"_s, ErrorKind::NotFound);
    row(409, u"http.conflict"_s, ErrorKind::Conflict);
    row(429, u"http.busy"_s, ErrorKind::Unavailable);
    row(500, u"http.server"_s, ErrorKind::Unavailable);
    row(503, u"http.busy"_s, ErrorKind::Unavailable);
}

void TestClient::tellsWhatAStatusMeans()
{
    QFETCH(int, status);
    const http::Response response{
        .status = status, .headers = {{"Retry-After", "7"}}, .body = "a patient's name"};

    const auto meaning = http::accepted(response, QUrl(u"https://pacs.example/studies?PatientName=secret"_s));

    QTEST(meaning.error().code, "code");
    QTEST(static_cast<int>(meaning.error().kind), "kind");
    QCOMPARE(meaning.error().detail, u"%1 https://pacs.example"_s.arg(status));
    QCOMPARE(http::retryAfter(response), 7s);
}

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
