#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "support/test_certificates.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// What the certificate names, and desks call the server; nobody looks it up.
const auto kName = u"db.hospital.example"_s;

} // namespace

/// A desk and a real server that are not on one machine, as far as either can tell: TLS with a verified name, and a certificate of the desk.
class TestPostgresTls : public QObject
{
    Q_OBJECT

private:
    QString authority(const QString &name) const { return m_keys.filePath(name + u".crt"_s); }

    /// Of another machine, by its number. \param desk  whose certificate is shown; nobody's where empty
    QString address(const QString &name, const QString &authorityFile, const QString &desk) const
    {
        const QString place =
            u"postgresql://program_1@%1:%2/hospital?hostaddr=127.0.0.1&passfile=%3&sslrootcert=%4"_s.arg(name)
                .arg(m_server.port())
                .arg(m_keys.filePath(u"pass"_s), authorityFile);
        // Else libpq looks for one in the home of whoever runs the test.
        const QString shown = desk.isEmpty() ? u"nobody"_s : desk;
        return place + u"&sslcert=%1.crt&sslkey=%1.key"_s.arg(m_keys.filePath(shown));
    }

    Result<sdk::Backend> open(const QString &address)
    {
        auto desk = m_hospital->environment(u"hospital"_s);
        desk.config.set(u"backend"_s, address, u"test"_s);
        return postgresql::openBackend(desk);
    }

    QTemporaryDir m_keys;
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        const auto server = makeCertificate(m_keys.path(), u"server"_s, u"DNS:"_s + kName);
        const auto desk = makeCertificate(m_keys.path(), u"program_1"_s, u"DNS:program_1"_s);
        const auto other = makeCertificate(m_keys.path(), u"desk_1"_s, u"DNS:desk_1"_s);
        const auto stranger = makeCertificate(m_keys.path(), u"stranger"_s, u"DNS:"_s + kName);
        if (!server || !desk || !other || !stranger)
            QSKIP("needs openssl");
        // Each signs itself: the desks' authority is both of them.
        QFile desks(authority(u"desks"_s));
        QVERIFY(desks.open(QIODevice::WriteOnly));
        for (const auto &file : {desk->certificateFile, other->certificateFile}) {
            QFile one(file);
            QVERIFY(one.open(QIODevice::ReadOnly));
            desks.write(one.readAll());
        }
        desks.close();
        QFile pass(m_keys.filePath(u"pass"_s));
        QVERIFY(pass.open(QIODevice::WriteOnly));
        pass.write("*:*:*:program_1:of-program-1\n");
        pass.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // libpq reads no other
        pass.close();
        const PostgresTls tls{server->certificateFile, server->keyFile, desks.fileName()};
        QVERIFY2(m_server.start({.tls = tls}), qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void deskWorksByTlsWithItsOwnCertificate()
    {
        const auto desk = open(address(kName, authority(u"server"_s), u"program_1"_s));
        QVERIFY2(desk, qPrintable(desk ? QString() : logLine(desk.error()) + m_server.log()));
        const auto world = aWorld(desk->store);
        const auto work = aRegistration(world, world.context.newCommand(), u"BY-TLS"_s);
        QVERIFY(QCoro::waitFor(desk->store->commit(work)));

        // All it has open, the session that hears the others included.
        const auto sessions =
            u"SELECT count(*) > 1, bool_and(ssl), min(version) >= 'TLSv1.2', string_agg(DISTINCT client_dn, "
            u"' ')"
            " FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'program_1'"_s;
        QTRY_COMPARE(m_server.psql(sessions), u"t|t|t|/CN=program_1"_s);
    }

    void whatCannotProveItselfIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("authorityName");
        QTest::addColumn<QString>("desk");
        QTest::addColumn<QString>("code");
        QTest::newRow("server by another name")
            << u"db2.hospital.example"_s << u"server"_s << u"program_1"_s << u"server.tls"_s;
        QTest::newRow("authority that nobody named")
            << kName << u"stranger"_s << u"program_1"_s << u"server.tls"_s;
        QTest::newRow("no authority") << kName << u"missing"_s << u"program_1"_s << u"server.tls"_s;
        QTest::newRow("desk without a certificate") << kName << u"server"_s << QString() << u"server.login"_s;
        QTest::newRow("certificate of another desk")
            << kName << u"server"_s << u"desk_1"_s << u"server.login"_s;
        QTest::newRow("certificate of anybody") << kName << u"server"_s << u"stranger"_s << QString();
    }

    void whatCannotProveItselfIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, authorityName);
        QFETCH(const QString, desk);
        QFETCH(const QString, code);

        const auto refused = open(address(name, authority(authorityName), desk));

        QVERIFY(!refused);
        if (code.isEmpty())
            return; // what breaks a greeting of TLS 1.3 from the other side is told in many words
        QCOMPARE(refused.error().code, code);
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    }

    void nothingLessIsAskedFor()
    {
        const auto good = address(kName, authority(u"server"_s), u"program_1"_s);
        for (const auto *weaker : {"&sslmode=require", "&sslmode=verify-ca", "&sslmode=disable"}) {
            const auto refused = open(good + QLatin1StringView(weaker));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, u"server.tls-required"_s);
        }
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresTls)
#include "test_postgres_tls.moc"
