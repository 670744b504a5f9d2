#include "host/resolution.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace simiao::host {

using namespace Qt::StringLiterals;
using sdk::Dependency;
using sdk::DependencyType;
using sdk::PluginManifest;

namespace {

struct Reason
{
    QString code;
    QString detail;
};

/// Moves plugins from `waiting` to `placed` or `refused` until none waits.
class Resolver
{
public:
    explicit Resolver(Discovery discovery)
        : m_waiting(std::move(discovery.found))
        , m_refused(std::move(discovery.refused))
    {
        refuseDuplicates();
        refuseUnserved();
        refuseCircles();
        refuseUnserved();
        while (!m_waiting.empty())
            placeNext();
    }

    Resolution result() && { return {std::move(m_placed), std::move(m_refused)}; }

private:
    using Position = std::vector<FoundPlugin>::iterator;

    void refuseDuplicates();
    void refuseUnserved();
    void refuseCircles();
    void placeNext();

    Position refuse(Position at, const Reason &reason);
    std::optional<Reason> unserved(const PluginManifest &manifest) const;
    std::optional<Reason> unserved(const Dependency &dependency) const;
    bool isReady(const PluginManifest &manifest, bool countsOptional) const;
    QStringList circleOf(const PluginManifest &manifest) const;
    bool isRequiredBy(const PluginManifest &manifest, const QString &id) const;
    void collectRequired(const PluginManifest &manifest, QSet<QString> &ids) const;
    const PluginManifest *waiting(const QString &id) const;
    bool isRefused(const QString &id) const;

    std::vector<FoundPlugin> m_waiting;
    std::vector<FoundPlugin> m_placed;
    std::vector<RefusedPlugin> m_refused;
};

Resolver::Position Resolver::refuse(Position at, const Reason &reason)
{
    m_refused.push_back({at->file, at->manifest, reason.code, reason.detail});
    return m_waiting.erase(at);
}

void Resolver::refuseDuplicates()
{
    QHash<QString, QString> files;
    for (auto at = m_waiting.begin(); at != m_waiting.end();) {
        const auto first = files.constFind(at->manifest.id);
        if (first != files.cend()) {
            at = refuse(at, {u"plugin.duplicate"_s, *first});
            continue;
        }
        files.insert(at->manifest.id, at->file);
        ++at;
    }
}

/// Each refusal may leave others unserved: again until nothing changes.
void Resolver::refuseUnserved()
{
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        for (auto at = m_waiting.begin(); at != m_waiting.end();) {
            const auto reason = unserved(at->manifest);
            isChanged = isChanged || reason;
            at = reason ? refuse(at, *reason) : at + 1;
        }
    }
}

std::optional<Reason> Resolver::unserved(const PluginManifest &manifest) const
{
    for (const auto &dependency : manifest.requires_) {
        if (dependency.type == DependencyType::Optional)
            continue;
        if (auto reason = unserved(dependency))
            return reason;
    }
    return std::nullopt;
}

std::optional<Reason> Resolver::unserved(const Dependency &dependency) const
{
    const auto *served = waiting(dependency.id);
    if (!served && isRefused(dependency.id))
        return Reason{u"plugin.dependency-refused"_s, dependency.id};
    if (!served)
        return Reason{u"plugin.dependency-missing"_s, dependency.id};
    const QString versions =
        u"%1 %2, wanted %3"_s.arg(dependency.id, served->version.toString(), dependency.version.toString());
    if (served->version < dependency.version)
        return Reason{u"plugin.dependency-too-old"_s, versions};
    if (dependency.version < served->compatVersion)
        return Reason{u"plugin.dependency-incompatible"_s, versions};
    return std::nullopt;
}

void Resolver::refuseCircles()
{
    std::vector<QStringList> circles;
    for (const auto &plugin : m_waiting)
        circles.push_back(circleOf(plugin.manifest));
    auto at = m_waiting.begin();
    for (const auto &circle : circles)
        at = circle.isEmpty() ? at + 1 : refuse(at, {u"plugin.cycle"_s, circle.join(u", "_s)});
}

/// Ids of those that require `manifest` and are required by it; empty when it does not require itself.
QStringList Resolver::circleOf(const PluginManifest &manifest) const
{
    QStringList circle;
    for (const auto &other : m_waiting) {
        const auto &id = other.manifest.id;
        if (isRequiredBy(manifest, id) && isRequiredBy(other.manifest, manifest.id))
            circle.append(id);
    }
    return circle;
}

bool Resolver::isRequiredBy(const PluginManifest &manifest, const QString &id) const
{
    QSet<QString> ids;
    collectRequired(manifest, ids);
    return ids.contains(id);
}

/// Everything `manifest` requires, directly or through others.
void Resolver::collectRequired(const PluginManifest &manifest, QSet<QString> &ids) const
{
    for (const auto &dependency : manifest.requires_) {
        const auto *next = waiting(dependency.id);
        if (dependency.type == DependencyType::Optional || !next || ids.contains(dependency.id))
            continue;
        ids.insert(dependency.id);
        collectRequired(*next, ids);
    }
}

/// Someone is always ready when optional dependencies are left out: circles of required ones are refused by
/// now.
void Resolver::placeNext()
{
    auto next = m_waiting.end();
    for (const bool countsOptional : {true, false}) {
        if (next == m_waiting.end()) {
            next = std::ranges::find_if(
                m_waiting, [&](const auto &plugin) { return isReady(plugin.manifest, countsOptional); });
        }
    }
    m_placed.push_back(std::move(*next));
    m_waiting.erase(next);
}

bool Resolver::isReady(const PluginManifest &manifest, bool countsOptional) const
{
    return std::ranges::none_of(manifest.requires_, [&](const Dependency &dependency) {
        return (countsOptional || dependency.type == DependencyType::Required) && waiting(dependency.id);
    });
}

const PluginManifest *Resolver::waiting(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_waiting, [&](const auto &plugin) { return plugin.manifest.id == id; });
    return found == m_waiting.end() ? nullptr : &found->manifest;
}

bool Resolver::isRefused(const QString &id) const
{
    return std::ranges::any_of(m_refused, [&](const auto &plugin) { return plugin.manifest.id == id; });
}

} // namespace

Resolution resolve(Discovery discovery)
{
    return Resolver(std::move(discovery)).result();
}

} // namespace simiao::host
