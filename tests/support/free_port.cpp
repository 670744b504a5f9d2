#include "support/free_port.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirst = 20'000;
constexpr int kCount = 10'000; // up to 30 000: Linux lends from 32 768 on, Windows from 49 152 on

/// Tests that run at once begin far from each other.
int ownBeginning()
{
    constexpr qint64 kStride = 2'503;
    return int(QCoreApplication::applicationPid() * kStride % kCount);
}

bool isFree(quint16 port)
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, port);
}

} // namespace

quint16 freePort()
{
    static std::vector<std::unique_ptr<QLockFile>> kept;
    static int tried = 0;
    const QDir folder(QDir::temp().filePath(u"simiao-test-ports"_s));
    if (!folder.mkpath(u"."_s))
        return 0;
    for (; tried < kCount; ++tried) {
        const int port = kFirst + (ownBeginning() + tried) % kCount;
        auto lock = std::make_unique<QLockFile>(folder.filePath(QString::number(port)));
        lock->setStaleLockTime(0);
        if (!lock->tryLock() || !isFree(quint16(port)))
            continue;
        kept.push_back(std::move(lock));
        ++tried;
        return quint16(port);
    }
    return 0;
}

bool isListening(quint16 port)
{
    constexpr int kConnectMs = 200;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(kConnectMs);
}

} // namespace simiao::test
