#pragma once

#include "domain/terminology/concept.h"
#include "terminology/concept_index.h"
#include "workflow/ports/store.h"
#include "workflow/ports/terminology_service.h"

namespace simiao::terminology {

/// Diagnoses (ICD-10) and the pharmacy's drugs, searched in memory. Immutable: after an import load a new
/// one.
class MemoryTerminology : public workflow::TerminologyService
{
public:
    /// Concepts of other systems than ICD-10 are left out. Makes pinyin keys: about 0.1 ms a concept, so not
    /// on the GUI thread.
    MemoryTerminology(std::vector<Concept> concepts, std::vector<medications::Medication> medications);

    /// By code, name, pinyin, initials.
    std::vector<Coding> diagnoses(const QString &text, int limit) const override;
    /// By code, name, English name and each of its words, aliases, pinyin, initials.
    std::vector<medications::Medication> medications(const QString &text, int limit) const override;
    std::optional<medications::Medication> medication(Id<medications::Medication> id) const override;
    int diagnosisCount() const override { return int(m_diagnoses.size()); }

private:
    std::vector<Coding> m_diagnoses; ///< by code
    ConceptIndex m_diagnosisIndex;
    std::vector<medications::Medication> m_medications;
    ConceptIndex m_medicationIndex;
};

/// Everything the store has, indexed on the thread pool.
/// \thread  GUI
Task<Result<std::shared_ptr<MemoryTerminology>>> loadTerminology(std::shared_ptr<workflow::Store> store);

} // namespace simiao::terminology
