#include "support/free_port.h"

#include <QFile>
#include <QSet>
#include <QTcpServer>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;

/// Ports of servers that tests start: nobody else may take them between the asking and the serving.
class TestFreePort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachOnce();
    void givesNoneThatIsServed();
    void givesNoneThatConnectionsAreLent();
};

void TestFreePort::givesEachOnce()
{
    constexpr int kAsked = 50;
    QSet<quint16> given;
    for (int i = 0; i < kAsked; ++i)
        given.insert(freePort());

    QCOMPARE(given.size(), kAsked);
    QVERIFY(!given.contains(0));
}

void TestFreePort::givesNoneThatIsServed()
{
    const auto before = freePort();
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, quint16(before + 1))); // the next in turn

    QVERIFY(freePort() != server.serverPort());
}

void TestFreePort::givesNoneThatConnectionsAreLent()
{
    QFile file(u"/proc/sys/net/ipv4/ip_local_port_range"_s);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("this system does not say which ports it lends");
    const auto bounds = file.readAll().simplified().split(' ');
    const auto port = freePort();

    QVERIFY(port < bounds.value(0).toInt() || port > bounds.value(1).toInt());
}

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestFreePort)
#include "test_free_port.moc"
