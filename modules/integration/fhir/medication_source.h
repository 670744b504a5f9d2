#pragma once

#include "domain/base/coding.h"
#include "integration/fhir/bundle_references.h"

#include <map>

namespace simiao::fhir {

/// Which drug a statement or a request speaks of: told in place, contained in it, or an entry of its own.
class MedicationSource
{
public:
    MedicationSource(const std::vector<BundleEntry> *entries, const BundleReferences *references)
        : m_entries(entries)
        , m_references(references)
    {
    }

    /// medicationCodeableConcept or medicationReference; nothing, with the resource dropped, when no drug is named.
    std::optional<Coding> medicationOf(const BundleEntry &entry);

    /// Remarks Medication entries that nobody spoke of.
    void reportUnused() const;

private:
    Coding readReference(const BundleEntry &entry);
    const Coding &readEntry(std::size_t index);

    const std::vector<BundleEntry> *m_entries;
    const BundleReferences *m_references;
    std::map<std::size_t, Coding>
        m_read; ///< each Medication entry is read once, so that its remarks stand once
};

} // namespace simiao::fhir
