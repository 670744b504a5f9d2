#include "integration/fhir/bundle_references.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;

namespace {

QString typeAndId(const BundleEntry &entry)
{
    return entry.type + u'/' + entry.id;
}

/// "Patient/1/_history/2" means Patient/1.
QString withoutVersion(const QString &reference)
{
    return reference.section(u"/_history/"_s, 0, 0);
}

bool isRelative(const QString &reference)
{
    return !reference.contains("://"_L1) && !reference.startsWith("urn:"_L1) && !reference.startsWith(u'#');
}

/// The server of an entry with a RESTful fullUrl, with a slash at its end; empty for others.
QString serverOf(const BundleEntry &entry)
{
    const QString tail = u'/' + typeAndId(entry);
    return entry.fullUrl.endsWith(tail) ? entry.fullUrl.chopped(tail.size() - 1) : QString();
}

} // namespace

BundleReferences::BundleReferences(const std::vector<BundleEntry> &entries)
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto &entry = entries[i];
        if (!entry.id.isEmpty())
            m_typesAndIds.insert(typeAndId(entry), i);
        if (entry.fullUrl.isEmpty())
            continue;
        if (const auto twin = byUrl(entry.fullUrl))
            entry.resource.refuse({}, u"fhir.duplicate-entry"_s, entries[*twin].resource.path());
        m_urls.insert(entry.fullUrl, i);
    }
}

std::optional<std::size_t> BundleReferences::byUrl(const QString &url) const
{
    const auto found = m_urls.find(url);
    return found == m_urls.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::size_t> BundleReferences::byTypeAndId(const QString &typeAndId) const
{
    const auto found = m_typesAndIds.find(typeAndId);
    return m_typesAndIds.count(typeAndId) == 1 ? std::optional(*found) : std::nullopt;
}

std::optional<std::size_t> BundleReferences::entryOf(const QString &reference, const BundleEntry &from) const
{
    const QString wanted = withoutVersion(reference);
    if (!isRelative(wanted))
        return byUrl(wanted);
    const auto onServer = byUrl(serverOf(from) + wanted);
    return onServer ? onServer : byTypeAndId(wanted);
}

} // namespace simiao::fhir
