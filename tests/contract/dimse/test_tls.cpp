#include "integration/dimse/echo.h"
#include "integration/dimse/listener.h"
#include "integration/dimse/services.h"
#include "peers.h"
#include "support/byte_proxy.h"
#include "support/free_port.h"
#include "support/server_process.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

/// Who the peer is, is proved; there is no way around it.
class TestTls : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    ServerProcess m_server;
    ServerProcess m_strictServer;
    quint16 m_port = 0;
    quint16 m_strictPort = 0;

    QString file(const QString &name) const { return m_folder.filePath(name); }
    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished(20'000) && process.exitCode() == 0;
    }
    bool makeAuthority(const QString &name) const
    {
        return openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s,
                        name + u".key"_s, u"-out"_s, name + u".pem"_s, u"-subj"_s, u"/CN="_s + name,
                        u"-days"_s, u"2"_s});
    }
    bool makeCertificate(const QString &name, const QString &names) const
    {
        QFile extension(file(name + u".ext"_s));
        if (!extension.open(QIODevice::WriteOnly)
            || extension.write("subjectAltName=" + names.toLatin1()) < 0)
            return false;
        extension.close();
        return openssl({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, name + u".key"_s,
                        u"-out"_s, name + u".csr"_s, u"-subj"_s, u"/CN="_s + name})
            && openssl({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.pem"_s, u"-CAkey"_s,
                        u"ca.key"_s, u"-CAcreateserial"_s, u"-out"_s, name + u".pem"_s, u"-days"_s, u"2"_s,
                        u"-extfile"_s, name + u".ext"_s});
    }
    bool startServer(ServerProcess &server, quint16 &port, const QString &proof) const
    {
        port = freePort();
        return server.start(u"storescp"_s,
                            {u"+tls"_s, file(u"server.key"_s), file(u"server.pem"_s), u"+cf"_s,
                             file(u"ca.pem"_s), proof, u"--ignore"_s, QString::number(port)},
                            {port});
    }

    dimse::Destination peer(quint16 port) const
    {
        auto peer = destinationAt(port, u"ANY-SCP"_s);
        peer.tls = {.isOn = true, .authorities = file(u"ca.pem"_s)};
        return peer;
    }

    static void expectNotProved(const Result<workflow::ArchiveProof> &proof)
    {
        QVERIFY(!proof);
        QCOMPARE(proof.error().kind, ErrorKind::Forbidden);
        QCOMPARE(proof.error().code, u"archive.certificate"_s);
        QVERIFY(!proof.error().detail.isEmpty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("needs openssl");
        QVERIFY(makeAuthority(u"ca"_s));
        QVERIFY(makeAuthority(u"stranger"_s));
        QVERIFY(makeCertificate(u"server"_s, u"IP:127.0.0.1,DNS:archive.example"_s));
        QVERIFY(makeCertificate(u"workstation"_s, u"DNS:workstation.example"_s));
        QVERIFY(startServer(m_server, m_port, u"-ic"_s));
        QVERIFY(startServer(m_strictServer, m_strictPort, u"-rc"_s));
    }

    void talksToAPeerThatIsProved()
    {
        const auto proof = dimse::echo(peer(m_port), {});

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
        QVERIFY2(proof->protocol.startsWith(u"DIMSE, TLSv1."_s), qPrintable(proof->protocol));
    }

    void refusesACertificateOfStrangers()
    {
        auto stranger = peer(m_port);
        stranger.tls.authorities = file(u"stranger.pem"_s);
        expectNotProved(dimse::echo(stranger, {}));
    }

    void refusesACertificateOfSomebodyElse()
    {
        auto other = peer(m_port);
        other.tls.peerName = u"other.example"_s;
        expectNotProved(dimse::echo(other, {}));
        other.tls.peerName = u"archive.example"_s;
        QVERIFY(dimse::echo(other, {}));
    }

    void provesItselfWhereItIsAsked()
    {
        auto strict = peer(m_strictPort);
        QVERIFY(!dimse::echo(strict, {}));
        strict.tls.certificate = file(u"workstation.pem"_s);
        strict.tls.key = file(u"workstation.key"_s);
        const auto proof = dimse::echo(strict, {});
        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
    }

    /// They have said hello and no more, as what looks for open doors does; each would be heard out for twenty seconds.
    void isThereForACallerBehindHalfHandshakes()
    {
        const auto listener = dimse::Listener::create(
            {u"127.0.0.1"_s, 0},
            {.ownAe = u"SIMIAO"_s,
             .callingAes = {u"ORTHANC"_s},
             .sopClasses = {QString(dimse::kVerification)},
             .transferSyntaxes = {dimse::kExplicitLittleEndian, dimse::kImplicitLittleEndian},
             .tls = {.isOn = true,
                     .authorities = file(u"ca.pem"_s),
                     .certificate = file(u"server.pem"_s),
                     .key = file(u"server.key"_s)},
             .patience = {.connecting = std::chrono::seconds(20), .answering = std::chrono::seconds(20)}},
            [](dimse::Association &, const dimse::Message &) -> Result<void> { return cancelled(); }, {});
        QVERIFY2(listener, listener ? "" : qPrintable(logLine(listener.error())));
        auto us = peer((*listener)->port());
        us.calledAe = u"SIMIAO"_s;
        us.callingAe = u"ORTHANC"_s;
        us.tls.certificate = file(u"workstation.pem"_s);
        us.tls.key = file(u"workstation.key"_s);
        const ByteProxy deaf((*listener)->port(), {.kind = ByteFault::Kind::Silence});
        auto half = us;
        half.port = deaf.port();
        half.patience.connecting = std::chrono::minutes(1);
        std::stop_source stop;
        std::vector<std::jthread> callers;
        constexpr int kCallers = 5;
        for (int i = 0; i < kCallers; ++i)
            callers.emplace_back([half, over = stop.get_token()] {
                if (dimse::echo(half, over))
                    qFatal("an answer through a silent network");
            });
        QTRY_COMPARE_WITH_TIMEOUT(deaf.connections(), kCallers, 20'000);
        constexpr int kHello = 200; // bytes, at least
        QTRY_VERIFY_WITH_TIMEOUT(deaf.passed(Direction::ToServer) > kCallers * kHello, 20'000);

        const auto proof = dimse::echo(us, {});

        stop.request_stop();
        callers.clear();
        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
    }

    void saysWhichFileCannotBeUsed()
    {
        auto missing = peer(m_port);
        missing.tls.authorities = file(u"nobody.pem"_s);
        const auto noFile = dimse::echo(missing, {});
        QVERIFY(!noFile);
        QCOMPARE(noFile.error().code, u"archive.tls-file"_s);
        QVERIFY(noFile.error().detail.contains(u"nobody.pem"_s));

        auto unset = peer(m_port);
        unset.tls.authorities.clear();
        const auto nothing = dimse::echo(unset, {});
        QVERIFY(!nothing);
        QVERIFY2(nothing.error().detail.contains(u"dicom.authorities"_s), qPrintable(nothing.error().detail));

        auto otherKey = peer(m_port);
        otherKey.tls.certificate = file(u"workstation.pem"_s);
        otherKey.tls.key = file(u"server.key"_s);
        const auto proof = dimse::echo(otherKey, {});
        QVERIFY(!proof);
        QCOMPARE(proof.error().code, u"archive.tls-file"_s);
    }

    void doesNotGoBackToPlain()
    {
        auto plain = peer(m_port);
        plain.tls = {};
        plain.patience.connecting = std::chrono::seconds(2);
        QVERIFY(!dimse::echo(plain, {}));

        const auto port = freePort();
        ServerProcess unprotected;
        QVERIFY(unprotected.start(u"storescp"_s, {u"--ignore"_s, QString::number(port)}, {port}));
        auto secure = peer(port);
        secure.patience.connecting = std::chrono::seconds(2);
        const auto proof = dimse::echo(secure, {});
        QVERIFY(!proof);
        const QStringList said{u"archive.certificate"_s, u"archive.silent"_s, u"archive.cut"_s};
        QVERIFY2(said.contains(proof.error().code), qPrintable(logLine(proof.error())));
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "test_tls.moc"
