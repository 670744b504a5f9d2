#include "integration/http/client.h"
#include "support/canned_server.h"
#include "support/patience.h"
#include "support/test_certificates.h"

#include <QCoroTask>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whom a client believes.
class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void believesTheAuthorityItIsGiven();
    void believesNobodyElse_data();
    void believesNobodyElse();
    void refusesOldProtocols();
    void showsItsOwnCertificate();
    void neverGoesOnUnencrypted();

private:
    QString askedWith(const http::ClientSettings &settings);

    QTemporaryDir m_folder;
    TestCertificate m_here;  ///< for 127.0.0.1
    TestCertificate m_there; ///< for another host
};

void TestTrust::initTestCase()
{
    const auto here = makeCertificate(m_folder.path(), u"here"_s, u"IP:127.0.0.1"_s);
    const auto there = makeCertificate(m_folder.path(), u"there"_s, u"DNS:other.example"_s);
    if (!here || !there)
        QSKIP("needs the program openssl");
    m_here = *here;
    m_there = *there;
}

QString TestTrust::askedWith(const http::ClientSettings &settings)
{
    auto client = http::Client::create(settings);
    if (!client)
        return client.error().code;
    const http::Deadlines quick{.connect = 10s, .silence = 5s, .whole = 20s};
    const auto response = QCoro::waitFor((*client)->send({.url = settings.server, .deadlines = quick}, {}));
    if (response)
        return QString::number(response->status);
    return errorKindName(response.error().kind) + u' ' + response.error().code;
}

void TestTrust::believesTheAuthorityItIsGiven()
{
    CannedServer server([](const SeenRequest &) { return answer(200); }, m_here.configuration());

    QCOMPARE(askedWith({.server = server.url(), .caFile = m_here.certificateFile}), u"200"_s);
}

void TestTrust::believesNobodyElse_data()
{
    QTest::addColumn<bool>("isForThisHost");
    QTest::addColumn<bool>("isGiven");
    QTest::newRow("signed by itself") << true << false;
    QTest::newRow("for another host") << false << true;
}

void TestTrust::believesNobodyElse()
{
    QFETCH(bool, isForThisHost);
    QFETCH(bool, isGiven);
    const auto &shown = isForThisHost ? m_here : m_there;
    CannedServer server([](const SeenRequest &) { return answer(200); }, shown.configuration());

    QCOMPARE(askedWith({.server = server.url(),
                        .credentials = http::BearerToken{"secret"},
                        .caFile = isGiven ? shown.certificateFile : QString()}),
             u"Forbidden http.certificate"_s);
    QVERIFY(server.seen().isEmpty());
}

void TestTrust::refusesOldProtocols()
{
    auto old = m_here.configuration();
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    CannedServer server([](const SeenRequest &) { return answer(200); }, old);

    QCOMPARE(askedWith({.server = server.url(), .caFile = m_here.certificateFile}), u"Forbidden http.tls"_s);
    QVERIFY(server.seen().isEmpty());
}

void TestTrust::showsItsOwnCertificate()
{
    QProcess server;
    server.start(u"openssl"_s,
                 {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, m_here.certificateFile,
                  u"-key"_s, m_here.keyFile, u"-CAfile"_s, m_there.certificateFile, u"-Verify"_s, u"1"_s,
                  u"-verify_return_error"_s, u"-www"_s});
    QVERIFY(server.waitForStarted());
    const auto end = qScopeGuard([&server] {
        server.kill();
        server.waitForFinished();
    });
    QByteArray said; // "ACCEPT 127.0.0.1:40123"
    QTRY_VERIFY((said += server.readAllStandardOutput()).contains("ACCEPT 127.0.0.1:")
                && said.endsWith('\n'));
    const int port = said.mid(said.indexOf("ACCEPT 127.0.0.1:") + 17).trimmed().toInt();
    http::ClientSettings settings{.server = QUrl(u"https://127.0.0.1:%1/"_s.arg(port)),
                                  .caFile = m_here.certificateFile};

    QCOMPARE(askedWith(settings), u"Forbidden http.certificate"_s);
    settings.certificate = http::ClientCertificate{m_there.certificateFile, m_there.keyFile, {}};
    QCOMPARE(askedWith(settings), u"200"_s);
}

void TestTrust::neverGoesOnUnencrypted()
{
    CannedServer plain([](const SeenRequest &) { return answer(200); });
    CannedServer server(
        [&](const SeenRequest &) { return answer(302, {}, {"Location: " + plain.url().toEncoded()}); },
        m_here.configuration());

    QCOMPARE(askedWith({.server = server.url(), .caFile = m_here.certificateFile}),
             u"Forbidden http.redirected"_s);
    QVERIFY(plain.seen().isEmpty());
}

QTEST_GUILESS_MAIN(TestTrust)
#include "test_trust.moc"
