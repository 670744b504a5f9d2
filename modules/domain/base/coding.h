#pragma once

#include "domain/base/describe.h"

namespace simiao {

/// FHIR Coding: a code, whose code it is, and how it was shown when it was chosen.
struct Coding
{
    /// Coding.system: URI of the code system.
    QString system;
    /// Coding.code.
    QString code;
    /// Coding.display, as the person saw it.
    QString display;

    bool operator==(const Coding &) const = default;
    bool isEmpty() const { return code.isEmpty(); }
};

template <>
struct Describe<Coding>
{
    static constexpr auto fields = FieldTable{field("system", "Coding.system", &Coding::system),
                                              field("code", "Coding.code", &Coding::code),
                                              field("display", "Coding.display", &Coding::display)};
};

namespace codesystem {
inline constexpr QLatin1StringView kIcd10Cn{"http://hl7.org/fhir/sid/icd-10-cn"};
inline constexpr QLatin1StringView kLoinc{"http://loinc.org"};
inline constexpr QLatin1StringView kUcum{"http://unitsofmeasure.org"};
} // namespace codesystem

} // namespace simiao
