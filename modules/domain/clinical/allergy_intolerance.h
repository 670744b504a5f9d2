#pragma once

#include "domain/administration/patient.h"
#include "domain/base/coding.h"

namespace simiao::clinical {

/// FHIR AllergyIntolerance.criticality.
enum class Criticality { Low, High, UnableToAssess };

/// A substance the patient must not get, or only with care. FHIR AllergyIntolerance.
struct AllergyIntolerance : Record<AllergyIntolerance>
{
    /// AllergyIntolerance.patient.
    Id<administration::Patient> patient;
    /// AllergyIntolerance.code.text, Chinese.
    QString substance;
    /// AllergyIntolerance.code.text, English.
    QString substanceEn;
    /// AllergyIntolerance.code: substance class of resources/rules/allergy_classes.json; empty when none fits.
    QString substanceClass;
    /// AllergyIntolerance.criticality.
    Criticality criticality = Criticality::UnableToAssess;
    /// AllergyIntolerance.reaction.manifestation: code such as anaphylaxis, rash, else the words of the system it came
    /// from; empty when not asked.
    QString reaction;
    /// AllergyIntolerance.code.coding of the system it came from.
    std::optional<Coding> code;

    bool operator==(const AllergyIntolerance &) const = default;
};

} // namespace simiao::clinical

namespace simiao {

template <>
inline constexpr std::array kCodes<clinical::Criticality>{"low", "high", "unable-to-assess"};

template <>
struct Describe<clinical::AllergyIntolerance>
{
    using A = clinical::AllergyIntolerance;
    static constexpr const char *name = "AllergyIntolerance";
    static constexpr const char *table = "allergy_intolerance";
    static constexpr auto fields = recordWith<A>(
        field("patient", "AllergyIntolerance.patient", &A::patient),
        field("substance", "AllergyIntolerance.code.text", &A::substance, Privacy::Clinical),
        field("substance_en", "AllergyIntolerance.code.text", &A::substanceEn, Privacy::Clinical),
        field("substance_class",
              "AllergyIntolerance.code.coding.code",
              &A::substanceClass,
              Privacy::Clinical),
        field("criticality", "AllergyIntolerance.criticality", &A::criticality, Privacy::Clinical),
        field("reaction", "AllergyIntolerance.reaction.manifestation", &A::reaction, Privacy::Clinical),
        field("code", "AllergyIntolerance.code.coding", &A::code, Privacy::Clinical));
};

} // namespace simiao
