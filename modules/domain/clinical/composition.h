#pragma once

#include "domain/administration/encounter.h"
#include "domain/base/coding.h"

namespace simiao::clinical {

/// One part of a note. FHIR Composition.section.
struct Section
{
    /// Composition.section.code.code, LOINC.
    QString code;
    /// Composition.section.title.
    QString title;
    /// Composition.section.text, plain.
    QString text;

    bool operator==(const Section &) const = default;
};

/// FHIR CompositionStatus.
enum class CompositionStatus { Preliminary, Final, Amended, EnteredInError };

/// The note of a visit. Signed ones are never changed: a correction is a new version. FHIR Composition.
struct Composition : Record<Composition>
{
    /// Composition.subject.
    Id<administration::Patient> patient;
    /// Composition.encounter.
    Id<administration::Encounter> encounter;
    /// Composition.status.
    CompositionStatus status = CompositionStatus::Preliminary;
    /// Composition.type.coding.code: template the note follows (first-visit, return-visit).
    QString type;
    /// Composition.author.
    Id<security::Account> author;
    /// Composition.attester.time: when it was signed. UTC.
    std::optional<Instant> signedAt;
    /// Composition.section.
    std::vector<Section> sections;

    bool operator==(const Composition &) const = default;
};

} // namespace simiao::clinical

namespace simiao {

template <>
inline constexpr std::array kCodes<clinical::CompositionStatus>{"preliminary", "final", "amended",
                                                                "entered-in-error"};

template <>
struct Describe<clinical::Section>
{
    using S = clinical::Section;
    static constexpr auto fields =
        FieldTable{field("code", "Composition.section.code", &S::code),
                   field("title", "Composition.section.title", &S::title),
                   field("text", "Composition.section.text", &S::text, Privacy::Clinical)};
};

template <>
struct Describe<clinical::Composition>
{
    using C = clinical::Composition;
    static constexpr const char *name = "Composition";
    static constexpr const char *table = "composition";
    static constexpr auto fields =
        recordWith<C>(field("patient", "Composition.subject", &C::patient),
                      field("encounter", "Composition.encounter", &C::encounter),
                      field("status", "Composition.status", &C::status),
                      field("type", "Composition.type", &C::type),
                      field("author", "Composition.author", &C::author),
                      field("signed_at", "Composition.attester.time", &C::signedAt),
                      field("sections", "Composition.section", &C::sections, Privacy::Clinical));
};

} // namespace simiao
