#include "sdk/plugin_manifest.h"

#include "core/try.h"

namespace simiao::sdk {

namespace {

const QStringList kKnownKeys{
    QStringLiteral("id"),       QStringLiteral("version"),     QStringLiteral("compatVersion"),
    QStringLiteral("sdk"),      QStringLiteral("kind"),        QStringLiteral("title"),
    QStringLiteral("requires"), QStringLiteral("permissions"), QStringLiteral("extensions"),
    QStringLiteral("commands"), QStringLiteral("settings"),    QStringLiteral("resources"),
    QStringLiteral("signature")};

Error wrong(const QString &key)
{
    return {ErrorKind::Invalid, QStringLiteral("plugin.manifest"), key};
}

Result<QString> requiredText(const Json &json, const QString &key)
{
    const QString text = json[key].toString();
    return text.isEmpty() ? Result<QString>(wrong(key)) : text;
}

Result<QVersionNumber> requiredVersion(const Json &json, const QString &key)
{
    TRY(const auto text, requiredText(json, key));
    const auto version = QVersionNumber::fromString(text);
    return version.isNull() ? Result<QVersionNumber>(wrong(key)) : version;
}

LocalText localText(const Json &json)
{
    return {json[QStringLiteral("en")].toString(), json[QStringLiteral("zh")].toString()};
}

QStringList texts(const Json &json)
{
    QStringList list;
    for (const auto &item : json.array())
        list.append(item.toString());
    return list;
}

Result<Dependency> parseDependency(const Json &json)
{
    TRY(const auto id, requiredText(json, QStringLiteral("id")));
    TRY(const auto version, requiredVersion(json, QStringLiteral("version")));
    const QString type = json[QStringLiteral("type")].toString();
    if (!type.isEmpty() && type != QLatin1String("required") && type != QLatin1String("optional"))
        return wrong(QStringLiteral("requires.type"));
    return Dependency{
        id, version, type == QLatin1String("optional") ? DependencyType::Optional : DependencyType::Required};
}

Result<Extension> parseExtension(const Json &json)
{
    Extension extension;
    TRY(extension.point, requiredText(json, QStringLiteral("point")));
    TRY(extension.component, requiredText(json, QStringLiteral("component")));
    extension.title = localText(json[QStringLiteral("title")]);
    if (json[QStringLiteral("order")].isNumber())
        extension.order = int(json[QStringLiteral("order")].toInteger());
    extension.roles = texts(json[QStringLiteral("roles")]);
    extension.keys = json[QStringLiteral("keys")].toString();
    extension.desk = json[QStringLiteral("desk")].toString();
    extension.display = json[QStringLiteral("display")].toString();
    extension.screen = json[QStringLiteral("screen")].toString();
    extension.isPatientSafe = json[QStringLiteral("patientSafe")].toBool();
    return extension;
}

QStringList unknownKeysOf(const Json &json)
{
    QStringList unknown;
    for (const auto &[key, value] : json.object()) {
        if (!kKnownKeys.contains(key))
            unknown.append(key);
    }
    return unknown;
}

} // namespace

Result<PluginManifest> PluginManifest::parse(const Json &json)
{
    PluginManifest manifest;
    TRY(manifest.id, requiredText(json, QStringLiteral("id")));
    TRY(manifest.version, requiredVersion(json, QStringLiteral("version")));
    TRY(manifest.compatVersion, requiredVersion(json, QStringLiteral("compatVersion")));
    TRY(manifest.kind, requiredText(json, QStringLiteral("kind")));
    if (!json[QStringLiteral("sdk")].isNumber())
        return wrong(QStringLiteral("sdk"));
    manifest.sdk = int(json[QStringLiteral("sdk")].toInteger());
    manifest.title = localText(json[QStringLiteral("title")]);
    manifest.permissions = texts(json[QStringLiteral("permissions")]);
    for (const auto &entry : json[QStringLiteral("requires")].array()) {
        TRY(const auto dependency, parseDependency(entry));
        manifest.requires_.push_back(dependency);
    }
    for (const auto &entry : json[QStringLiteral("extensions")].array()) {
        TRY(const auto extension, parseExtension(entry));
        manifest.extensions.push_back(extension);
    }
    manifest.unknownKeys = unknownKeysOf(json);
    return manifest;
}

} // namespace simiao::sdk
