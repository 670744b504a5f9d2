#include "integration/dimse/archive_settings.h"

#include "core/try.h"
#include "integration/dimse/address.h"

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

Result<Destination> readAddress(const QString &address, const Config &config)
{
    TRY(auto peer, parsedAddress(address));
    peer.callingAe = config.value(u"dicom.title"_s);
    peer.tls.authorities = config.value(u"dicom.authorities"_s);
    peer.tls.certificate = config.value(u"dicom.certificate"_s);
    peer.tls.key = config.value(u"dicom.key"_s);
    if (!isAeTitle(peer.callingAe))
        return Error{.kind = ErrorKind::Invalid, .code = u"archive.title"_s, .detail = peer.callingAe};
    return peer;
}

std::vector<Destination> readAll(const QString &key, const Config &config, std::vector<Error> &faults)
{
    std::vector<Destination> list;
    for (const auto &address : config.list(key)) {
        auto peer = readAddress(address, config);
        if (peer)
            list.push_back(*std::move(peer));
        else
            faults.push_back(peer.error());
    }
    return list;
}

/// "0.0.0.0:11112", "[::1]:11112"
Result<std::optional<ListeningPlace>> readPlace(const QString &text)
{
    if (text.isEmpty())
        return std::optional<ListeningPlace>();
    const auto address = text.section(u':', 0, -2);
    const bool isV6 = address.startsWith(u'[') && address.endsWith(u']');
    bool isNumber = false;
    const int port = text.section(u':', -1).toInt(&isNumber);
    if (address.isEmpty() || (address.contains(u':') && !isV6) || !isNumber || port < 1 || port > 65535)
        return Error{.kind = ErrorKind::Invalid, .code = u"archive.listener"_s, .detail = text};
    return std::optional(ListeningPlace{isV6 ? address.sliced(1).chopped(1) : address, quint16(port)});
}

} // namespace

ArchiveSettings archiveSettings(const Config &config)
{
    ArchiveSettings settings;
    settings.archives = readAll(u"dicom.archives"_s, config, settings.faults);
    settings.worklists = readAll(u"dicom.worklists"_s, config, settings.faults);
    const auto place = readPlace(config.value(u"dicom.listen"_s));
    if (place)
        settings.place = *place;
    else
        settings.faults.push_back(place.error());
    return settings;
}

Result<Destination> destinationNamed(const QString &nameOrAddress,
                                     const std::vector<Destination> &known,
                                     const Config &config)
{
    if (nameOrAddress.contains(u"://"))
        return readAddress(nameOrAddress, config);
    const auto found = std::ranges::find(known, nameOrAddress, &Destination::name);
    if (found != known.end())
        return *found;
    QStringList names;
    for (const auto &peer : known)
        names.append(peer.name);
    return Error{.kind = ErrorKind::NotFound, .code = u"archive.unknown"_s, .detail = names.join(u", "_s)};
}

} // namespace simiao::dimse
