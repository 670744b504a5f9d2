#include "bootstrap/settings.h"

#include "core/log.h"
#include "core/try.h"

#include <QFile>
#include <QStandardPaths>
#include <QSysInfo>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

Result<void> readFile(Config &config, const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.exists())
        return ok();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unavailable, u"disk.open"_s, path};
    return config.readToml(file.readAll(), path);
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
    config.setDefault(u"backend.driver"_s, u"sqlite"_s);
    config.setDefault(u"images.source"_s, u"dicom"_s);
    config.setDefault(u"plugins.path"_s, {});
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
    TRY_VOID(readFile(config, sources.siteFile));
    TRY_VOID(readFile(config, sources.profileFile));
    config.readEnvironment(sources.environment);
    for (const auto &argument : sources.overrides) {
        TRY_VOID(applyOverride(config, argument));
    }
    for (const auto &key : config.unknownKeys())
        log::warning(u"config.unknown-key: %1"_s.arg(key));
    return config;
}

} // namespace simiao::bootstrap
