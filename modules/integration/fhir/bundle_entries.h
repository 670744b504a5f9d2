#pragma once

#include "integration/fhir/element.h"

namespace simiao::fhir {

/// A Bundle.entry with the resource it carries.
struct BundleEntry
{
    Element resource;
    /// Bundle.entry.resource.resourceType.
    QString type;
    /// Bundle.entry.resource.id.
    QString id;
    /// Bundle.entry.fullUrl.
    QString fullUrl;
};

/// The entries that carry a resource to be read; what a transaction wants to get or delete is remarked.
/// Refuses (see Findings) `fhir.not-a-bundle`, and `fhir.bundle-type` for anything but a collection, transaction,
/// document or searchset.
std::vector<BundleEntry> readEntries(const Element &bundle);

} // namespace simiao::fhir
