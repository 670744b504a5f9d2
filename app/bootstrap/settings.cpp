#include "bootstrap/settings.h"

#include "bootstrap/archive_book.h"
#include "bootstrap/settings_file.h"
#include "core/log.h"
#include "core/small_file.h"
#include "core/try.h"

#include <QStandardPaths>
#include <QSysInfo>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

/// The hospital's file: nobody here may do without it when it cannot be read.
Result<void> readSiteFile(Config &config, const QString &path)
{
    const auto bytes = path.isEmpty() ? Result<QByteArray>(QByteArray()) : readSmallFile(*systemDisk(), path);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
        return ok();
    if (!bytes)
        return bytes.error();
    return config.readToml(*bytes, path);
}

/// Work goes on without archives: what is wrong is in the log, and the administration page writes the file anew.
void readArchivesFile(Config &config, const QString &path)
{
    const auto read = readSettingsFile(config, path);
    if (!read)
        log::error(read.error());
    else if (*read)
        log::error(**read);
}

Result<void> applyOverride(Config &config, const QString &argument)
{
    const auto separator = argument.indexOf(u'=');
    if (separator < 1)
        return Error{ErrorKind::Invalid, u"config.override"_s, argument};
    config.set(argument.left(separator).trimmed(), argument.mid(separator + 1).trimmed(), u"command line"_s);
    return ok();
}

} // namespace

QString siteFile()
{
    return QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"simiao/site.toml"_s);
}

Config defaultSettings()
{
    Config config;
    config.setDefault(u"backend"_s, {});
    config.setDefault(u"backend.driver"_s, u"sqlite"_s);
    for (const auto *key :
         {"archives", "authorities", "certificate", "key", "listen", "printers", "worklists"})
        config.setDefault(u"dicom."_s + QLatin1StringView(key), {});
    config.setDefault(u"dicom.title"_s, u"SIMIAO"_s);
    config.allowArea(u"dicomweb."_s); // plugins/backends/dicomweb
    config.setDefault(u"dicomweb.servers"_s, {});
    config.setDefault(u"images.archives"_s, u"dicomweb"_s);
    config.setDefault(u"images.preferred"_s, {});
    config.setDefault(u"images.received-megabytes"_s, u"8192"_s);
    config.setDefault(u"images.source"_s, u"dicom"_s);
    config.setDefault(u"plugins.path"_s, {});
    config.setDefault(u"server.key-store"_s, u"false"_s); // plugins/backends/postgresql
    config.setDefault(u"site.code"_s, u"MAIN"_s);
    config.setDefault(u"ui.language"_s, u"zh_CN"_s);
    config.setDefault(u"ui.scale"_s, u"100"_s);
    config.setDefault(u"ui.theme"_s, u"light"_s);
    config.setDefault(u"workstation.name"_s, QSysInfo::machineHostName());
    return config;
}

Result<Config> readSettings(const SettingsSources &sources)
{
    auto config = defaultSettings();
    TRY_VOID(readSiteFile(config, sources.siteFile));
    TRY_VOID(readSettingsFile(config, sources.profileFile));
    readArchivesFile(config, archivesFileOf(sources.profileFile));
    config.readEnvironment(sources.environment);
    for (const auto &argument : sources.overrides) {
        TRY_VOID(applyOverride(config, argument));
    }
    for (const auto &key : config.unknownKeys())
        log::warning(u"config.unknown-key: %1"_s.arg(key));
    return config;
}

std::optional<Error> settingsFault(const QString &profileFile)
{
    Config scratch;
    const auto fault = readSettingsFile(scratch, profileFile);
    return fault ? *fault : std::nullopt;
}

} // namespace simiao::bootstrap
