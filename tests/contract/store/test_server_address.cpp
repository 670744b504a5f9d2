#include "postgresql/server_address.h"

#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherMachineIsReachedByTlsWithAVerifiedNameOrNotAtAll_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("mode"); ///< empty: refused
        QTest::newRow("nothing said") << u"postgresql://db.hospital/simiao"_s << u"verify-full"_s;
        QTest::newRow("said") << u"postgresql://db.hospital/simiao?sslmode=verify-full"_s << u"verify-full"_s;
        QTest::newRow("two hosts") << u"postgresql://a.hospital,b.hospital/simiao"_s << u"verify-full"_s;
        QTest::newRow("Kingbase") << u"kingbase://db.hospital:54321/simiao"_s << u"verify-full"_s;
        QTest::newRow("one of them here")
            << u"postgresql://127.0.0.1,b.hospital/simiao"_s << u"verify-full"_s;
        QTest::newRow("looks like here")
            << u"postgresql://127.0.0.1.elsewhere.net/simiao"_s << u"verify-full"_s;
        QTest::newRow("address behind a local name")
            << u"postgresql://localhost/simiao?hostaddr=10.0.0.1"_s << u"verify-full"_s;
        for (const auto *weak : {"disable", "allow", "prefer", "require", "verify-ca"})
            QTest::newRow(weak) << u"postgresql://db.hospital/simiao?sslmode="_s + QLatin1StringView(weak)
                                << QString();
        QTest::newRow("Kerberos in place of TLS")
            << u"postgresql://db.hospital/simiao?gssencmode=prefer"_s << QString();
    }

    void otherMachineIsReachedByTlsWithAVerifiedNameOrNotAtAll()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, mode);

        const auto parsed = postgresql::parseAddress(address, u"DESK-1"_s);

        if (mode.isEmpty()) {
            QCOMPARE(parsed.error().code, u"server.tls-required"_s);
            return;
        }
        QVERIFY(parsed);
        QCOMPARE(parsed->parameters.value(u"sslmode"_s), mode);
        QCOMPARE(parsed->parameters.value(u"target_session_attrs"_s), u"read-write"_s);
    }

    // Each keeps its port; one port alone is that of all.
    void hostsAreTriedFromTheNextOneOn()
    {
        const auto parsed =
            postgresql::parseAddress(u"postgresql://127.0.0.1:1,localhost:2,[::1]:3/simiao"_s, u"DESK-1"_s);
        QVERIFY(parsed);
        QCOMPARE(parsed->hosts(), 3);
        const auto next = parsed->fromNextHost();
        QCOMPARE(next.parameters.value(u"host"_s), u"localhost,::1,127.0.0.1"_s);
        QCOMPARE(next.parameters.value(u"port"_s), u"2,3,1"_s);
        QCOMPARE(next.fromNextHost().fromNextHost().parameters, parsed->parameters);

        const auto samePort = postgresql::parseAddress(
            u"postgresql:///simiao?host=127.0.0.1,localhost&port=5433"_s, u"DESK-1"_s);
        QVERIFY(samePort);
        QCOMPARE(samePort->fromNextHost().parameters.value(u"host"_s), u"localhost,127.0.0.1"_s);
        QCOMPARE(samePort->fromNextHost().parameters.value(u"port"_s), u"5433"_s);
    }

    void poolerAndTheServerBehindItAreToldApart()
    {
        auto parsed = postgresql::parseAddress(
            u"postgresql://desks@a.hospital:6432,b.hospital:6432/simiao?direct=a.hospital:5433,%5B::1%5D,b.hospital&passfile=p"_s,
            u"DESK-1"_s);
        QVERIFY(parsed);
        QVERIFY(parsed->isPooled());
        QCOMPARE(parsed->parameters.value(u"host"_s), u"a.hospital,b.hospital"_s);
        QCOMPARE(parsed->parameters.value(u"port"_s), u"6432,6432"_s);
        QVERIFY(!parsed->parameters.contains(u"options"_s)); // a pooler takes none
        parsed->password = u"from the key store"_s;
        const auto server = parsed->session();
        QVERIFY(!server.isPooled());
        QCOMPARE(server.parameters.value(u"host"_s), u"a.hospital,::1,b.hospital"_s);
        QCOMPARE(server.parameters.value(u"port"_s), u"5433,5432,5432"_s);
        QCOMPARE(server.parameters.value(u"user"_s), u"desks"_s);
        QCOMPARE(server.parameters.value(u"passfile"_s), u"p"_s);
        QVERIFY(server.parameters.contains(u"options"_s));
        QCOMPARE(server.password, u"from the key store"_s);

        const auto alone = postgresql::parseAddress(u"postgresql://a.hospital/simiao"_s, u"DESK-1"_s);
        QVERIFY(!alone->isPooled());
        QCOMPARE(alone->session().parameters, alone->parameters);
    }

    // The password goes to both.
    // Of a pooler and of what stands behind it: the place is the same.
    void hostHasItsPlaceAmongThoseThatAreNamed()
    {
        const auto parsed = postgresql::parseAddress(
            u"postgresql://desks@a.hospital:6432,b.hospital:6432/simiao?direct=a.hospital,b.hospital:5433"_s,
            u"DESK-1"_s);
        QVERIFY(parsed);
        QCOMPARE(parsed->placeOf(u"b.hospital"_s, u"6432"_s), 1);
        QCOMPARE(parsed->placeOf(u"b.hospital"_s, u"5433"_s), -1);
        QCOMPARE(parsed->session().placeOf(u"a.hospital"_s, u"5432"_s), 0);
        QCOMPARE(parsed->session().placeOf(u"b.hospital"_s, u"5433"_s), 1);
        const auto oneMachine = postgresql::parseAddress(u"postgresql://127.0.0.1/simiao"_s, u"DESK-1"_s);
        QCOMPARE(oneMachine->placeOf(u"127.0.0.1"_s, u"5432"_s), 0);
    }

    void serverBehindAPoolerOnThisMachineNeedsTlsAllTheSame()
    {
        const auto parsed =
            postgresql::parseAddress(u"postgresql://127.0.0.1:6432/simiao?direct=db.hospital"_s, u"DESK-1"_s);
        QVERIFY(parsed);
        QCOMPARE(parsed->session().parameters.value(u"sslmode"_s), u"verify-full"_s);
        QCOMPARE(postgresql::parseAddress(
                     u"postgresql://127.0.0.1:6432/simiao?direct=db.hospital&sslmode=require"_s, u"DESK-1"_s)
                     .error()
                     .code,
                 u"server.tls-required"_s);
    }

    void thisMachineNeedsNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("loopback") << u"postgresql://desk@127.0.0.1:5433/simiao"_s;
        QTest::newRow("IPv6") << u"postgresql://desk@[::1]/simiao"_s;
        QTest::newRow("socket") << u"postgresql://desk@/simiao?host=/run/postgresql"_s;
    }

    void thisMachineNeedsNone()
    {
        QFETCH(const QString, address);
        const auto parsed = postgresql::parseAddress(address, u"DESK-1"_s);
        QVERIFY(parsed);
        QCOMPARE(parsed->parameters.value(u"sslmode"_s), u"prefer"_s);
    }

    void whatCannotBeMeantIsRefused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("code");
        QTest::newRow("password") << u"postgresql://desk:secret@127.0.0.1/simiao"_s
                                  << u"server.password-in-address"_s;
        QTest::newRow("a file says where")
            << u"postgresql:///simiao?service=remote"_s << u"server.service-in-address"_s;
        QTest::newRow("a file says more")
            << u"postgresql://127.0.0.1/simiao?service=remote"_s << u"server.service-in-address"_s;
        QTest::newRow("unknown parameter")
            << u"postgresql://127.0.0.1/simiao?accept=anyone"_s << u"server.address"_s;
        QTest::newRow("no address") << u"postgresql://[::1/simiao"_s << u"server.address"_s;
        QTest::newRow("end of an option")
            << u"postgresql://127.0.0.1/simiao?passfile=a%3Bb"_s << u"server.address"_s;
    }

    void whatCannotBeMeantIsRefused()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, code);
        const auto refused = postgresql::parseAddress(address, u"DESK-1"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        QVERIFY(!refused.error().detail.contains(u"secret"_s));
    }

    void quotesAreKeptInside()
    {
        const auto parsed =
            postgresql::parseAddress(u"postgresql://127.0.0.1/simiao"_s, u"it's \\ desk 内科一诊室"_s);
        QVERIFY(parsed);
        QVERIFY(
            parsed->connectOptions().contains(u"application_name='simiao it\\'s \\\\ desk 内科一诊室'"_s));
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "test_server_address.moc"
