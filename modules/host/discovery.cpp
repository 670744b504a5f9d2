#include "host/discovery.h"

#include "core/log.h"
#include "core/try.h"
#include "sdk/backend_plugin.h"
#include "sdk/feature_plugin.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibrary>
#include <QPluginLoader>

#include <algorithm>

namespace simiao::host {

using namespace Qt::StringLiterals;

namespace {

/// What belongs together: a folder, the manifest's `kind`, the C++ interface.
struct Kind
{
    QLatin1StringView folder;
    QLatin1StringView name;
    QLatin1StringView interfaceId; ///< empty: this host runs none of that kind yet
};

constexpr std::array kKinds{
    Kind{"backends"_L1, "backend"_L1, QLatin1StringView(SimiaoBackendPlugin_iid)},
    Kind{"devices"_L1, "device"_L1, QLatin1StringView()},
    Kind{"features"_L1, "feature"_L1, QLatin1StringView(SimiaoFeaturePlugin_iid)},
};

Error refusal(const QString &reason, const QString &detail)
{
    return {ErrorKind::Invalid, u"plugin."_s + reason, detail};
}

Result<void> checkKind(const sdk::PluginManifest &manifest, const QString &interfaceId, const QString &folder)
{
    const auto kind = std::ranges::find(kKinds, folder, &Kind::folder);
    if (kind == kKinds.end() || manifest.kind != kind->name)
        return refusal(u"kind"_s, u"%1 in %2"_s.arg(manifest.kind, folder));
    if (kind->interfaceId.isEmpty() || interfaceId != kind->interfaceId)
        return refusal(u"interface"_s, interfaceId);
    return ok();
}

/// QPluginLoader reads the section of the file that holds the meta data; nothing of it runs.
Result<Json> readMetaData(const QString &file)
{
    const QPluginLoader loader(file);
    const QJsonObject metaData = loader.metaData();
    if (metaData.isEmpty())
        return refusal(u"not-a-plugin"_s, loader.errorString());
    return Json::parse(QJsonDocument(metaData).toJson(QJsonDocument::Compact));
}

sdk::PluginManifest namedAfter(const QString &file)
{
    sdk::PluginManifest manifest;
    manifest.id = QFileInfo(file).completeBaseName();
    return manifest;
}

Result<sdk::PluginManifest> readManifest(const QString &file, const QString &folder)
{
    TRY(const auto metaData, readMetaData(file));
    return acceptManifest(metaData, folder);
}

void readFolder(const QDir &root, const QString &folder, Discovery &discovery)
{
    const QDir files(root.filePath(folder));
    for (const auto &name : files.entryList(QDir::Files, QDir::Name)) {
        const QString file = files.absoluteFilePath(name);
        if (!QLibrary::isLibrary(name))
            continue;
        const auto manifest = readManifest(file, folder);
        if (manifest)
            discovery.found.push_back({file, *manifest});
        else
            discovery.refused.push_back(
                {file, namedAfter(file), manifest.error().code, manifest.error().detail});
    }
}

} // namespace

Result<sdk::PluginManifest> acceptManifest(const Json &metaData, const QString &folder)
{
    TRY(auto manifest, sdk::PluginManifest::parse(metaData[u"MetaData"_s]));
    if (manifest.sdk != sdk::kSdkVersion)
        return refusal(u"sdk"_s, u"made for %1, this is %2"_s.arg(manifest.sdk).arg(sdk::kSdkVersion));
    TRY_VOID(checkKind(manifest, metaData[u"IID"_s].toString(), folder));
    return manifest;
}

QStringList pluginRoots(const QString &binFolder, const QStringList &extra)
{
    QStringList roots{QDir::cleanPath(binFolder + u"/../lib/simiao/plugins"_s)};
    for (const auto &folder : extra) {
        if (QDir::isAbsolutePath(folder))
            roots.append(QDir::cleanPath(folder));
        else
            log::warning(u"plugin.path-relative: plugins.path wants absolute folders"_s);
    }
    return roots;
}

Discovery discoverPlugins(const QStringList &roots)
{
    Discovery discovery;
    for (const auto &root : roots) {
        for (const auto &kind : kKinds)
            readFolder(QDir(root), kind.folder, discovery);
    }
    return discovery;
}

} // namespace simiao::host
