#include "host/key_clashes.h"

#include <QKeySequence>

namespace simiao::host {

using namespace Qt::StringLiterals;

std::map<QString, std::vector<sdk::PluginNotice>> keyClashes(
    const std::vector<sdk::PluginManifest> &manifests)
{
    std::map<QString, std::vector<sdk::PluginNotice>> clashes;
    std::map<QString, QString> owners; // "point keys" -> plugin
    for (const auto &manifest : manifests) {
        for (const auto &extension : manifest.extensions) {
            const auto keys = QKeySequence::fromString(extension.keys, QKeySequence::PortableText);
            if (keys.isEmpty())
                continue;
            const QString wanted = u"%1 %2"_s.arg(extension.point, keys.toString(QKeySequence::PortableText));
            const auto [owner, isFirst] = owners.insert({wanted, manifest.id});
            if (!isFirst)
                clashes[manifest.id].push_back(
                    {u"plugin.key-clash"_s, u"%1: %2"_s.arg(wanted, owner->second)});
        }
    }
    return clashes;
}

} // namespace simiao::host
