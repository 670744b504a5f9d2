#pragma once

#include "domain/base/record.h"

namespace simiao::terminology {

/// One code of a code system with its search keys. FHIR CodeSystem.concept.
struct Concept : Record<Concept>
{
    /// CodeSystem.url.
    QString system;
    /// CodeSystem.concept.code.
    QString code;
    /// CodeSystem.concept.display, Chinese.
    QString display;
    /// Pinyin initials of `display`, lower case.
    QString initials;
    /// CodeSystem.version of the import.
    QString release;

    bool operator==(const Concept &) const = default;
};

} // namespace simiao::terminology

namespace simiao {

template <>
struct Describe<terminology::Concept>
{
    using C = terminology::Concept;
    static constexpr const char *name = "CodeSystemConcept";
    static constexpr const char *table = "concept";
    static constexpr auto fields =
        recordWith<C>(field("system", "CodeSystem.url", &C::system),
                      field("code", "CodeSystem.concept.code", &C::code),
                      field("display", "CodeSystem.concept.display", &C::display),
                      field("initials", "CodeSystem.concept.extension[initials]", &C::initials),
                      field("release", "CodeSystem.version", &C::release));
};

} // namespace simiao
