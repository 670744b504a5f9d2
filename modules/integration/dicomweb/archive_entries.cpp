#include "integration/dicomweb/archive_entries.h"

#include "integration/dicomweb/configured_servers.h"
#include "integration/dicomweb/dicomweb_archive.h"

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;
using workflow::ArchiveEntry;
using workflow::ArchiveFault;
using workflow::ArchiveKind;

namespace {

const auto kServers = u"dicomweb.servers"_s;

QStringList fieldNames()
{
    return {
        u"name"_s,     u"url"_s,   u"user"_s,     u"password-file"_s,    u"token-file"_s,       u"ca-file"_s,
        u"patience"_s, u"proxy"_s, u"key-file"_s, u"certificate-file"_s, u"key-password-file"_s};
}

QString keyOf(const QString &id, const QString &field)
{
    return u"dicomweb.%1.%2"_s.arg(id, field);
}

QString freeId(const QStringList &taken)
{
    int number = 1;
    while (taken.contains(u"archive-%1"_s.arg(number)))
        ++number;
    return u"archive-%1"_s.arg(number);
}

Config configOf(const QMap<QString, QStringList> &settings)
{
    Config config;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        config.set(setting.key(), setting->join(u';'), {});
    return config;
}

/// Which field an error is about: where it names no setting, what is asked for follows from its code.
QString fieldOf(const Error &error)
{
    if (error.code == u"archive.setting"_s)
        return error.detail.section(u'.', -1);
    if (error.code == u"http.trust-file"_s)
        return u"ca-file"_s;
    if (error.code.startsWith(u"archive.secret"_s) || error.code.startsWith(u"disk."_s))
        return u"password-file"_s;
    return error.code == u"http.credentials"_s ? u"user"_s : u"url"_s;
}

} // namespace

std::vector<ArchiveKind> DicomWebProtocol::kinds() const
{
    return {ArchiveKind::DicomWeb};
}

std::vector<ArchiveEntry> DicomWebProtocol::entries(const Config &config) const
{
    std::vector<ArchiveEntry> all;
    for (const auto &id : config.list(kServers)) {
        ArchiveEntry entry{.kind = ArchiveKind::DicomWeb, .id = id};
        for (const auto &field : fieldNames())
            entry.fields.insert(field, config.value(keyOf(id, field)));
        if (entry.name().isEmpty())
            entry.fields[u"name"_s] = id;
        all.push_back(std::move(entry));
    }
    return all;
}

std::optional<ArchiveFault> DicomWebProtocol::fault(const ArchiveEntry &entry) const
{
    if (entry.name().trimmed().isEmpty())
        return ArchiveFault{u"name"_s, {ErrorKind::Invalid, u"archive.field-empty"_s, {}}};
    const auto read = configuredServers(configOf(settings({entry})));
    if (read.faults.empty())
        return std::nullopt;
    return ArchiveFault{fieldOf(read.faults.front()), read.faults.front()};
}

QMap<QString, QStringList> DicomWebProtocol::settings(const std::vector<ArchiveEntry> &entries) const
{
    QStringList ids;
    for (const auto &entry : entries)
        ids.append(entry.id);
    QMap<QString, QStringList> written{{kServers, {}}};
    for (const auto &entry : entries) {
        if (entry.kind != ArchiveKind::DicomWeb)
            continue;
        const auto id = entry.id.isEmpty() ? freeId(ids) : entry.id;
        ids.append(id);
        written[kServers].append(id);
        for (const auto &field : fieldNames()) // the empty ones too: another file may have had them
            written.insert(keyOf(id, field), {entry.text(field).trimmed()});
    }
    return written;
}

workflow::ArchiveLinks DicomWebProtocol::connections(const Config &config) const
{
    auto configured = configuredServers(config);
    workflow::ArchiveLinks links{.archives = {}, .worklists = {}, .faults = std::move(configured.faults)};
    for (const auto &server : configured.servers) {
        auto archive = DicomWebArchive::create(server);
        if (archive)
            links.archives.push_back(*std::move(archive));
        else
            links.faults.push_back(std::move(archive).error());
    }
    return links;
}

} // namespace simiao::dicomweb
