#pragma once

#include "domain/base/coding.h"
#include "domain/medications/medication.h"

#include <vector>

namespace simiao::workflow {

/// Finds codes as people type them: code, Chinese, pinyin, pinyin initials.
/// \thread  GUI; answers from memory within a frame
class TerminologyService
{
public:
    virtual ~TerminologyService() = default;
    /// Best match first, at most `limit`.
    virtual std::vector<Coding> diagnoses(const QString &text, int limit) const = 0;
    virtual std::vector<medications::Medication> medications(const QString &text, int limit) const = 0;
    /// The drug with this id; nothing when the catalogue does not have it.
    virtual std::optional<medications::Medication> medication(Id<medications::Medication> id) const = 0;
    /// How many codes there are to find; 0 means nothing was imported and must be said.
    virtual int diagnosisCount() const = 0;
};

} // namespace simiao::workflow
