#pragma once

#include "integration/fhir/bundle_entries.h"

#include <QHash>

namespace simiao::fhir {

/// Finds what a Reference means inside a bundle: by fullUrl (also urn:uuid), else, when it is relative, below the server
/// of the entry that says it, else by type and id when only one entry has them.
/// \source  FHIR R4, Bundle, "Resolving references in Bundles"
class BundleReferences
{
public:
    /// Refuses (see Findings) `fhir.duplicate-entry` when two entries have one fullUrl.
    explicit BundleReferences(const std::vector<BundleEntry> &entries);

    /// Index of the entry that `reference` means when `from` says it; nothing when the bundle does not hold it.
    std::optional<std::size_t> entryOf(const QString &reference, const BundleEntry &from) const;

private:
    std::optional<std::size_t> byUrl(const QString &url) const;
    std::optional<std::size_t> byTypeAndId(const QString &typeAndId) const;

    QHash<QString, std::size_t> m_urls;
    QMultiHash<QString, std::size_t> m_typesAndIds;
};

} // namespace simiao::fhir
