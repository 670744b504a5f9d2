#include "bootstrap/archive_book.h"

#include "core/atomic_file.h"
#include "core/log.h"
#include "core/task_of.h"
#include "core/try.h"
#include "workflow/diagnostics/archive_choice.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using workflow::ArchiveEntry;
using workflow::ArchiveKind;

namespace {

const auto kPreferred = u"images.preferred"_s;

/// A basic string of TOML 1.0.
QString quoted(const QString &text)
{
    QString out(u'"');
    for (const QChar sign : text) {
        if (sign == u'"' || sign == u'\\')
            out += u'\\';
        if (sign.unicode() < 0x20 || sign.unicode() == 0x7f)
            out += u"\\u%1"_s.arg(sign.unicode(), 4, 16, QChar(u'0'));
        else
            out += sign;
    }
    return out + u'"';
}

QStringList listKeys()
{
    return {u"dicom.archives"_s, u"dicom.worklists"_s, u"dicom.printers"_s, u"dicomweb.servers"_s};
}

Config laidOver(Config config, const QMap<QString, QStringList> &settings)
{
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        config.set(setting.key(), setting->join(u';'), {});
    return config;
}

/// Where a setting comes from that does not follow the file.
std::optional<QString> overridden(const Config &config,
                                  const QMap<QString, QStringList> &settings,
                                  const QString &file)
{
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        const auto origin = config.origin(setting.key());
        if (config.value(setting.key()) != setting->join(u';') && !origin.startsWith(file))
            return u"%1: %2"_s.arg(setting.key(), origin);
    }
    return std::nullopt;
}

struct Written
{
    Config config;
    std::optional<QString> overridden;
};

/// Keeps the settings and reads all of them again. Waits for the disk.
Result<Written> keep(const QMap<QString, QStringList> &settings,
                     const QString &file,
                     const ArchiveBook::Reread &reread)
{
    TRY_VOID(AtomicFile(systemDisk()).write(file, writtenSettings(settings, listKeys())));
    TRY(auto config, reread());
    const auto place = overridden(config, settings, file);
    return Written{std::move(config), place};
}

template <typename Peer>
Task<Result<workflow::ArchiveProof>> probeOf(std::shared_ptr<Peer> peer, std::stop_token stop)
{
    auto probing = peer->probe(std::move(stop)); // `peer` lives as long as this
    co_return co_await probing;
}

Task<Result<workflow::ArchiveProof>> refused(Error error)
{
    co_return error;
}

} // namespace

QString archivesFileOf(const QString &configFile)
{
    return configFile.isEmpty() ? QString() : QFileInfo(configFile).path() + u"/archives.toml"_s;
}

QByteArray writtenSettings(const QMap<QString, QStringList> &settings, const QStringList &lists)
{
    QString out = u"# Written by the administration page of Simiao, section Archives.\n"_s;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        QStringList values;
        for (const auto &value : *setting)
            values.append(quoted(value));
        const bool isList = lists.contains(setting.key());
        const auto text = isList ? u'[' + values.join(u", "_s) + u']' : quoted(setting->value(0));
        out += u"%1 = %2\n"_s.arg(setting.key(), text);
    }
    return out.toUtf8();
}

ArchiveBook::ArchiveBook(Config config,
                         std::vector<std::shared_ptr<workflow::ArchiveProtocol>> protocols,
                         QString file,
                         Reread reread,
                         workflow::ArchiveLinks links)
    : m_config(std::move(config))
    , m_protocols(std::move(protocols))
    , m_file(std::move(file))
    , m_reread(std::move(reread))
    , m_links(std::move(links))
{
    m_links.archives = workflow::withFirst(std::move(m_links.archives), m_config.value(kPreferred));
}

const workflow::ArchiveProtocol *ArchiveBook::protocolOf(ArchiveKind kind) const
{
    const auto found = std::ranges::find_if(m_protocols, [kind](const auto &protocol) {
        const auto kinds = protocol->kinds();
        return std::ranges::find(kinds, kind) != kinds.end();
    });
    return found == m_protocols.end() ? nullptr : found->get();
}

std::vector<ArchiveEntry> ArchiveBook::entries() const
{
    std::vector<ArchiveEntry> named;
    for (const auto &protocol : m_protocols) {
        const auto own = protocol->entries(m_config);
        named.insert(named.end(), own.begin(), own.end());
    }
    std::vector<ArchiveEntry> all;
    for (const auto kind : {ArchiveKind::Workstation, ArchiveKind::Dimse, ArchiveKind::DicomWeb,
                            ArchiveKind::Worklist, ArchiveKind::FilmPrinter})
        std::ranges::copy_if(named, std::back_inserter(all),
                             [kind](const auto &entry) { return entry.kind == kind; });
    const auto preferred = m_config.value(kPreferred);
    for (auto &entry : all)
        entry.isPreferred = !preferred.isEmpty() && entry.name() == preferred
            && (entry.kind == ArchiveKind::Dimse || entry.kind == ArchiveKind::DicomWeb);
    return all;
}

std::optional<workflow::ArchiveFault> ArchiveBook::fault(const ArchiveEntry &entry) const
{
    const auto *protocol = protocolOf(entry.kind);
    if (!protocol)
        return workflow::ArchiveFault{{}, {ErrorKind::Unavailable, u"archive.no-protocol"_s, {}}};
    return protocol->fault(entry);
}

Task<Result<workflow::ArchiveProof>> ArchiveBook::probe(ArchiveEntry entry,
                                                        std::optional<ArchiveEntry> own,
                                                        std::stop_token stop)
{
    if (const auto wrong = fault(entry))
        return refused(wrong->error);
    if (own && fault(*own))
        return refused(fault(*own)->error);
    std::vector<ArchiveEntry> entries{entry};
    if (own)
        entries.push_back(*own);
    const auto *protocol = protocolOf(entry.kind);
    const auto links = protocol->connections(laidOver(m_config, protocol->settings(entries)));
    if (!links.archives.empty())
        return probeOf(links.archives.front(), std::move(stop));
    if (!links.worklists.empty())
        return probeOf(links.worklists.front(), std::move(stop));
    if (!links.filmPrinters.empty())
        return probeOf(links.filmPrinters.front(), std::move(stop));
    return refused(links.faults.empty() ? Error{ErrorKind::Invalid, u"archive.no-protocol"_s, {}}
                                        : links.faults.front());
}

QMap<QString, QStringList> ArchiveBook::settingsOf(const std::vector<ArchiveEntry> &entries) const
{
    QMap<QString, QStringList> settings;
    for (const auto &protocol : m_protocols)
        settings.insert(protocol->settings(entries));
    const auto preferred = std::ranges::find(entries, true, &ArchiveEntry::isPreferred);
    settings.insert(kPreferred, {preferred == entries.end() ? QString() : preferred->name()});
    return settings;
}

Task<Result<void>> ArchiveBook::store(std::vector<ArchiveEntry> entries)
{
    const auto self = shared_from_this();
    const auto settings = settingsOf(entries);
    auto keeping = taskOf(QtConcurrent::run(
        [settings, file = m_file, reread = m_reread] { return keep(settings, file, reread); }));
    CO_TRY(auto written, co_await keeping);
    m_config = std::move(written.config);
    connectAgain();
    if (written.overridden)
        co_return Error{ErrorKind::Conflict, u"archive.overridden"_s, *written.overridden};
    co_return ok();
}

/// Whoever still works with a connection of before keeps it to its end.
void ArchiveBook::connectAgain()
{
    workflow::ArchiveLinks links;
    for (const auto &protocol : m_protocols) {
        auto own = protocol->connections(m_config);
        for (const auto &fault : own.faults)
            log::warning(logLine(fault));
        const bool isWeb = protocol.get() == protocolOf(ArchiveKind::DicomWeb);
        links.archives = isWeb ? workflow::preferredArchives(std::move(own.archives), links.archives)
                               : workflow::preferredArchives(std::move(links.archives), own.archives);
        links.worklists.insert(links.worklists.end(), own.worklists.begin(), own.worklists.end());
        links.filmPrinters.insert(links.filmPrinters.end(), own.filmPrinters.begin(), own.filmPrinters.end());
    }
    links.archives = workflow::withFirst(std::move(links.archives), m_config.value(kPreferred));
    m_links = std::move(links);
}

} // namespace simiao::bootstrap
