#include "integration/dimse/address.h"

#include "core/try.h"
#include "integration/dimse/query_encoding.h"

#include <QHostAddress>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostAssociations = 8;
constexpr int kLongestPatience = 600;

class AddressReader
{
public:
    explicit AddressReader(QString text)
        : m_text(std::move(text))
        , m_url(m_text, QUrl::StrictMode)
    {
    }

    Result<Destination> read()
    {
        TRY_VOID(readPlace());
        const auto items = QUrlQuery(m_url).queryItems(QUrl::FullyDecoded);
        for (const auto &[key, value] : items) {
            TRY_VOID(readItem(key, value));
        }
        if (m_peer.name.isEmpty())
            m_peer.name = m_peer.calledAe;
        return m_peer;
    }

private:
    Error wrong(const QString &what) const
    {
        return {.kind = ErrorKind::Invalid,
                .code = u"archive.address"_s,
                .detail = u"%1: %2"_s.arg(m_text, what)};
    }

    Result<void> readPlace()
    {
        m_peer.tls.isOn = m_url.scheme() == u"dicoms"_s;
        m_peer.host = m_url.host();
        m_peer.port = quint16(std::clamp(m_url.port(m_peer.tls.isOn ? 2762 : 104), 0, 65535));
        m_peer.calledAe = m_url.userName(QUrl::FullyDecoded);
        if (!m_url.isValid() || (!m_peer.tls.isOn && m_url.scheme() != u"dicom"_s))
            return wrong(u"it does not begin as dicom://TITLE@host:port"_s);
        if (m_peer.host.isEmpty() || m_peer.port == 0)
            return wrong(u"host or port"_s);
        if (QHostAddress(m_peer.host).protocol() == QAbstractSocket::IPv6Protocol)
            return wrong(u"%1 is an IPv6 address, and DICOM calls go out over IPv4"_s.arg(m_peer.host));
        if (!isAeTitle(m_peer.calledAe))
            return wrong(u"%1 is no AE title"_s.arg(m_peer.calledAe));
        return ok();
    }

    Result<int> number(const QString &key, const QString &value, int most) const
    {
        bool isNumber = false;
        const int read = value.toInt(&isNumber);
        if (isNumber && read >= 1 && read <= most)
            return read;
        return wrong(u"%1=%2 is not 1 to %3"_s.arg(key, value).arg(most));
    }

    Result<void> readItem(const QString &key, const QString &value)
    {
        if (key == u"name")
            m_peer.name = value;
        else if (key == u"peer")
            m_peer.tls.peerName = value;
        else if (key == u"way")
            return readWay(value);
        else if (key == u"charset")
            return readCharacterSet(value);
        else if (key == u"callers")
            return readCallers(value);
        else if (key == u"associations")
            return readAssociations(value);
        else if (key == u"patience")
            return readPatience(value);
        else if (key == u"commit")
            return readCommitment(value);
        else
            return wrong(u"%1 is not known"_s.arg(key));
        return ok();
    }

    Result<void> readWay(const QString &value)
    {
        if (value != u"get" && value != u"move")
            return wrong(u"way=%1 is neither get nor move"_s.arg(value));
        m_peer.way = value == u"move" ? Way::Move : Way::Get;
        return ok();
    }

    Result<void> readCallers(const QString &value)
    {
        for (const auto &title : value.split(u',', Qt::SkipEmptyParts)) {
            if (!isAeTitle(title.trimmed()))
                return wrong(u"callers: %1 is no AE title"_s.arg(title));
            m_peer.callers.append(title.trimmed());
        }
        return ok();
    }

    Result<void> readCharacterSet(const QString &value)
    {
        if (!QueryEncoding::create(value))
            return wrong(u"charset=%1 is none of ISO_IR 192, GB18030, GBK, ISO_IR 100"_s.arg(value));
        m_peer.characterSet = value;
        return ok();
    }

    Result<void> readAssociations(const QString &value)
    {
        TRY(m_peer.associations, number(u"associations"_s, value, kMostAssociations));
        return ok();
    }

    Result<void> readPatience(const QString &value)
    {
        TRY(const int seconds, number(u"patience"_s, value, kLongestPatience));
        m_peer.patience.answering = std::chrono::seconds(seconds);
        return ok();
    }

    Result<void> readCommitment(const QString &value)
    {
        TRY(const int seconds, number(u"commit"_s, value, kLongestPatience));
        m_peer.commitment = std::chrono::seconds(seconds);
        return ok();
    }

    const QString m_text;
    const QUrl m_url;
    Destination m_peer;
};

} // namespace

Result<Destination> parsedAddress(const QString &text)
{
    return AddressReader(text.trimmed()).read();
}

} // namespace simiao::dimse
