#include "integration/dimse/archive_entries.h"

#include "integration/dimse/address.h"
#include "integration/dimse/archive_settings.h"
#include "integration/dimse/dimse_archive.h"
#include "integration/dimse/dimse_film_printer.h"
#include "integration/dimse/dimse_worklist.h"
#include "integration/dimse/film_printers.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QUrl>

namespace simiao::dimse {

using namespace Qt::StringLiterals;
using workflow::ArchiveEntry;
using workflow::ArchiveFault;
using workflow::ArchiveKind;

namespace {

constexpr const char *kOwn[] = {"title", "listen", "authorities", "certificate", "key"};

QMap<QString, QString> fieldsOf(const Destination &peer)
{
    return {
        {u"name"_s, peer.name},
        {u"host"_s, peer.host},
        {u"port"_s, QString::number(peer.port)},
        {u"title"_s, peer.calledAe},
        {u"tls"_s, peer.tls.isOn ? u"true"_s : u"false"_s},
        {u"peer"_s, peer.tls.peerName},
        {u"callers"_s, peer.callers.join(u',')},
        {u"way"_s, peer.way == Way::Move ? u"move"_s : u"get"_s},
        {u"associations"_s, QString::number(peer.associations)},
        {u"charset"_s, peer.characterSet},
        {u"patience"_s, QString::number(peer.patience.answering.count() / 1000)},
        {u"commit"_s, peer.commitment.count() > 0 ? QString::number(peer.commitment.count()) : QString()}};
}

/// What cannot be read, to be kept as it stands.
QMap<QString, QString> unreadFields(const QString &address)
{
    return {{u"name"_s, address}, {u"address"_s, address}};
}

ArchiveEntry entryOf(ArchiveKind kind, const QString &address)
{
    const auto peer = parsedAddress(address);
    return {.kind = kind, .fields = peer ? fieldsOf(*peer) : unreadFields(address)};
}

ArchiveEntry printerEntry(const QString &address)
{
    const auto printer = parsedFilmPrinter(address);
    ArchiveEntry entry{.kind = ArchiveKind::FilmPrinter,
                       .fields = printer ? fieldsOf(printer->peer) : unreadFields(address)};
    if (printer)
        entry.fields.insert({{u"film"_s, printer->filmSize},
                             {u"medium"_s, printer->medium},
                             {u"bits"_s, QString::number(printer->bits)}});
    return entry;
}

/// %XX for signs that mean something in an address or in a list of settings.
QString escaped(const QString &text)
{
    QString out;
    for (const QChar sign : text) {
        const bool isPlain =
            sign.unicode() >= 128 || sign.isLetterOrNumber() || QStringView(u"-._").contains(sign);
        out += isPlain ? QString(sign)
                       : u'%' + QString::number(sign.unicode(), 16).rightJustified(2, u'0').toUpper();
    }
    return out;
}

/// \param why  what stands there; empty: nothing does
ArchiveFault wrong(const QString &field, const QString &why)
{
    return {field,
            Error{ErrorKind::Invalid, why.isEmpty() ? u"archive.field-empty"_s : u"archive.field"_s, why}};
}

std::optional<ArchiveFault> faultOfNumber(const ArchiveEntry &entry, const QString &field, int most)
{
    bool isNumber = false;
    const int number = entry.text(field).toInt(&isNumber);
    if (entry.text(field).isEmpty() || (isNumber && number >= 1 && number <= most))
        return std::nullopt;
    return wrong(field, u"%1: 1 – %2"_s.arg(entry.text(field)).arg(most));
}

std::optional<ArchiveFault> faultOfOwn(const ArchiveEntry &own)
{
    if (!isAeTitle(own.text(u"title"_s)))
        return ArchiveFault{u"title"_s, {ErrorKind::Invalid, u"archive.title"_s, own.text(u"title"_s)}};
    Config config;
    config.set(u"dicom.listen"_s, own.text(u"listen"_s), {});
    if (const auto settings = archiveSettings(config); !settings.faults.empty())
        return ArchiveFault{u"listen"_s, settings.faults.front()};
    for (const auto &field : {u"authorities"_s, u"certificate"_s, u"key"_s}) {
        const auto path = own.text(field);
        if (!path.isEmpty() && !QFileInfo(path).isReadable())
            return ArchiveFault{field, {ErrorKind::Invalid, u"archive.tls-file"_s, path}};
    }
    if (own.text(u"certificate"_s).isEmpty() != own.text(u"key"_s).isEmpty())
        return ArchiveFault{u"key"_s, {ErrorKind::Invalid, u"archive.tls-file"_s, own.text(u"key"_s)}};
    return std::nullopt;
}

std::optional<ArchiveFault> faultOfFilm(const ArchiveEntry &entry)
{
    for (const auto &field : {u"film"_s, u"medium"_s}) {
        if (!isFilmCode(entry.text(field)))
            return wrong(field, entry.text(field));
    }
    return std::nullopt;
}

/// That it can be read as it will be written.
std::optional<Error> faultOfAddress(const ArchiveEntry &entry)
{
    const auto errorOf = [](const auto &read) { return read ? std::nullopt : std::optional(read.error()); };
    const auto address = addressOf(entry);
    return entry.kind == ArchiveKind::FilmPrinter ? errorOf(parsedFilmPrinter(address))
                                                  : errorOf(parsedAddress(address));
}

bool isHost(const QString &host)
{
    QUrl url;
    url.setScheme(u"dicom"_s);
    url.setHost(host, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

} // namespace

QString addressOf(const ArchiveEntry &entry)
{
    if (entry.fields.contains(u"address"_s) && entry.text(u"host"_s).isEmpty())
        return entry.text(u"address"_s);
    const bool isTls = entry.text(u"tls"_s) == u"true"_s;
    auto address = u"%1://%2@%3"_s.arg(isTls ? u"dicoms"_s : u"dicom"_s, escaped(entry.text(u"title"_s)),
                                       entry.text(u"host"_s));
    if (!entry.text(u"port"_s).isEmpty())
        address += u':' + entry.text(u"port"_s);
    QStringList items;
    for (const auto &key : {u"name"_s, u"way"_s, u"callers"_s, u"associations"_s, u"charset"_s, u"patience"_s,
                            u"commit"_s, u"peer"_s, u"film"_s, u"medium"_s, u"bits"_s}) {
        if (const auto value = entry.text(key); !value.isEmpty())
            items.append(key + u'=' + escaped(value));
    }
    return items.isEmpty() ? address : address + u'?' + items.join(u'&');
}

std::vector<ArchiveKind> DimseProtocol::kinds() const
{
    return {ArchiveKind::Workstation, ArchiveKind::Dimse, ArchiveKind::Worklist, ArchiveKind::FilmPrinter};
}

std::vector<ArchiveEntry> DimseProtocol::entries(const Config &config) const
{
    ArchiveEntry own{.kind = ArchiveKind::Workstation};
    for (const auto *field : kOwn)
        own.fields.insert(QString::fromLatin1(field), config.value(u"dicom."_s + QLatin1StringView(field)));
    std::vector<ArchiveEntry> all{own};
    for (const auto &address : config.list(u"dicom.archives"_s))
        all.push_back(entryOf(ArchiveKind::Dimse, address));
    for (const auto &address : config.list(u"dicom.worklists"_s))
        all.push_back(entryOf(ArchiveKind::Worklist, address));
    for (const auto &address : config.list(u"dicom.printers"_s))
        all.push_back(printerEntry(address));
    return all;
}

std::optional<ArchiveFault> DimseProtocol::fault(const ArchiveEntry &entry) const
{
    if (entry.kind == ArchiveKind::Workstation)
        return faultOfOwn(entry);
    if (entry.name().trimmed().isEmpty())
        return wrong(u"name"_s, {});
    if (!isHost(entry.text(u"host"_s)))
        return wrong(u"host"_s, entry.text(u"host"_s));
    if (QHostAddress(entry.text(u"host"_s)).protocol() == QAbstractSocket::IPv6Protocol)
        return wrong(u"host"_s, u"%1 (IPv6)"_s.arg(entry.text(u"host"_s)));
    if (const auto fault = faultOfNumber(entry, u"port"_s, 65535))
        return fault;
    if (!isAeTitle(entry.text(u"title"_s)))
        return ArchiveFault{u"title"_s, {ErrorKind::Invalid, u"archive.title"_s, entry.text(u"title"_s)}};
    if (const auto fault = faultOfNumber(entry, u"associations"_s, 8))
        return fault;
    if (const auto fault = faultOfNumber(entry, u"patience"_s, 600))
        return fault;
    if (const auto fault = faultOfNumber(entry, u"commit"_s, 600))
        return fault;
    if (const auto fault = faultOfFilm(entry))
        return fault;
    const auto fault = faultOfAddress(entry);
    return fault ? std::optional(ArchiveFault{u"name"_s, *fault}) : std::nullopt;
}

QMap<QString, QStringList> DimseProtocol::settings(const std::vector<ArchiveEntry> &entries) const
{
    QMap<QString, QStringList> written{
        {u"dicom.archives"_s, {}}, {u"dicom.worklists"_s, {}}, {u"dicom.printers"_s, {}}};
    for (const auto &entry : entries) {
        switch (entry.kind) {
        case ArchiveKind::Workstation:
            for (const auto *field : kOwn)
                written.insert(u"dicom."_s + QLatin1StringView(field),
                               {entry.text(QString::fromLatin1(field))});
            break;
        case ArchiveKind::Dimse: written[u"dicom.archives"_s].append(addressOf(entry)); break;
        case ArchiveKind::Worklist: written[u"dicom.worklists"_s].append(addressOf(entry)); break;
        case ArchiveKind::FilmPrinter: written[u"dicom.printers"_s].append(addressOf(entry)); break;
        case ArchiveKind::DicomWeb: break;
        }
    }
    return written;
}

workflow::ArchiveLinks DimseProtocol::connections(const Config &config) const
{
    const auto settings = archiveSettings(config);
    const auto place = settings.place.value_or(ListeningPlace());
    workflow::ArchiveLinks links{.archives = {}, .worklists = {}, .faults = settings.faults};
    for (const auto &peer : settings.archives)
        links.archives.push_back(std::make_shared<DimseArchive>(peer, place));
    for (const auto &server : settings.worklists)
        links.worklists.push_back(std::make_shared<DimseWorklist>(server));
    auto films = filmPrinters(config);
    for (auto &printer : films.printers)
        links.filmPrinters.push_back(std::make_shared<DimseFilmPrinter>(std::move(printer)));
    links.faults.insert(links.faults.end(), films.faults.begin(), films.faults.end());
    return links;
}

} // namespace simiao::dimse
