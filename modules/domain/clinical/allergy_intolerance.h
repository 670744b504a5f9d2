#pragma once

#include "domain/administration/patient.h"
#include "domain/base/coding.h"
#include "domain/base/partial_date_time.h"

namespace simiao::clinical {

/// FHIR AllergyIntolerance.criticality.
enum class Criticality { Low, High, UnableToAssess };

/// FHIR AllergyIntoleranceVerificationStatus, those in use.
enum class AllergyVerification { Unconfirmed, Confirmed, EnteredInError };

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
    /// AllergyIntolerance.reaction.manifestation besides `reaction`; absent when there is one only, or none.
    std::optional<std::vector<QString>> furtherReactions;
    /// AllergyIntolerance.verificationStatus; absent when nobody said, which counts as confirmed.
    std::optional<AllergyVerification> verification;
    /// AllergyIntolerance.onsetDateTime, as far as it is known.
    std::optional<PartialDateTime> onset;
    /// AllergyIntolerance.note.text: why it was entered in error.
    std::optional<QString> errorReason;

    bool operator==(const AllergyIntolerance &) const = default;

    /// All that is known to have happened, `reaction` first.
    std::vector<QString> reactions() const
    {
        std::vector<QString> all = furtherReactions.value_or(std::vector<QString>{});
        if (!reaction.isEmpty())
            all.insert(all.begin(), reaction);
        return all;
    }
    /// False for what was entered in error: it counts for nothing and stays on record.
    bool isInForce() const { return verification != AllergyVerification::EnteredInError; }
};

} // namespace simiao::clinical

namespace simiao {

template <>
inline constexpr std::array kCodes<clinical::Criticality>{"low", "high", "unable-to-assess"};
template <>
inline constexpr std::array kCodes<clinical::AllergyVerification>{"unconfirmed", "confirmed",
                                                                  "entered-in-error"};

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
        field("code", "AllergyIntolerance.code.coding", &A::code, Privacy::Clinical),
        field("further_reactions",
              "AllergyIntolerance.reaction.manifestation",
              &A::furtherReactions,
              Privacy::Clinical),
        field("verification", "AllergyIntolerance.verificationStatus", &A::verification, Privacy::Clinical),
        field("onset", "AllergyIntolerance.onsetDateTime", &A::onset, Privacy::Clinical),
        field("error_reason", "AllergyIntolerance.note.text", &A::errorReason, Privacy::Clinical));
};

} // namespace simiao
