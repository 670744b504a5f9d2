#pragma once

#include "domain/administration/patient.h"
#include "domain/base/coding.h"
#include "domain/base/quantity.h"

namespace simiao::diagnostics {

/// A measured value of a patient. FHIR Observation.
struct Observation : Record<Observation>
{
    /// Observation.subject.
    Id<administration::Patient> patient;
    /// Observation.code, LOINC.
    Coding code;
    /// Observation.valueQuantity.
    Quantity value;
    /// Observation.effectiveDateTime. UTC.
    Instant effective;

    bool operator==(const Observation &) const = default;
};

/// LOINC code of body weight.
inline constexpr QLatin1StringView kBodyWeight{"29463-7"};

} // namespace simiao::diagnostics

namespace simiao {

template <>
struct Describe<diagnostics::Observation>
{
    using O = diagnostics::Observation;
    static constexpr const char *name = "Observation";
    static constexpr const char *table = "observation";
    static constexpr auto fields =
        recordWith<O>(field("patient", "Observation.subject", &O::patient),
                      field("code", "Observation.code", &O::code, Privacy::Clinical),
                      field("value", "Observation.valueQuantity", &O::value, Privacy::Clinical),
                      field("effective", "Observation.effectiveDateTime", &O::effective));
};

} // namespace simiao
