#include "integration/dimse/host_address.h"

#include <QEventLoop>
#include <QHostInfo>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

Error unreachable(const QString &detail)
{
    return {.kind = ErrorKind::Unavailable, .code = u"archive.unreachable"_s, .detail = detail};
}

Result<QString> firstOf(const QString &host, const QHostInfo &found)
{
    const auto addresses = found.addresses();
    const auto isV4 = [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    };
    const auto first = std::ranges::find_if(addresses, isV4);
    if (first == addresses.end() && !addresses.isEmpty())
        return unreachable(
            u"%1: only IPv6 addresses are known for this name, and DICOM calls go out over IPv4"_s.arg(host));
    if (first == addresses.end())
        return unreachable(u"%1: no IPv4 address is known for this name"_s.arg(host));
    return first->toString();
}

} // namespace

Result<QString> addressOf(const QString &host, std::chrono::milliseconds patience, std::stop_token stop)
{
    const QHostAddress literal(host);
    if (literal.protocol() == QAbstractSocket::IPv4Protocol)
        return literal.toString();

    QEventLoop waiting;
    std::optional<QHostInfo> answer;
    QHostInfo::lookupHost(host, &waiting, [&](const QHostInfo &info) {
        answer = info;
        waiting.quit();
    });
    QTimer::singleShot(patience, &waiting, &QEventLoop::quit);
    const std::stop_callback stopped(
        stop, [&] { QMetaObject::invokeMethod(&waiting, &QEventLoop::quit, Qt::QueuedConnection); });
    if (!answer && !stop.stop_requested())
        waiting.exec();
    if (stop.stop_requested())
        return cancelled();
    if (!answer)
        return Error{.kind = ErrorKind::Unavailable,
                     .code = u"archive.silent"_s,
                     .detail = u"%1: no name server answers"_s.arg(host)};
    return firstOf(host, *answer);
}

} // namespace simiao::dimse
