#pragma once

#include "domain/base/identifier.h"
#include "domain/base/record.h"

#include <array>

namespace simiao::administration {

/// FHIR AdministrativeGender.
enum class Gender { Male, Female, Other, Unknown };

/// Whether allergies were asked for: "not asked", "none" and "some" are three things.
enum class AllergyStatus { NotAsked, NoneKnown, Recorded };

/// Who pays, as the cashier's price rules see it.
enum class Payer { SelfPay, UrbanEmployee, Resident };

/// HL7 Confidentiality, as far as it is used: R (restricted) may be opened without a reason only by those who treat the
/// person; V (very restricted) is a person in the public eye or a colleague, marked as such.
enum class Confidentiality { Restricted, VeryRestricted };

/// A person under care. FHIR Patient.
struct Patient : Record<Patient>
{
    /// Patient.identifier[MRN]: the hospital's number of the person, allocated at registration.
    QString mrn;
    /// Patient.name.text, family name first in Chinese.
    QString name;
    /// Patient.name.extension: pinyin initials of `name`, lower case, for search.
    QString nameInitials;
    /// Patient.name.extension: full pinyin of `name`, lower case without blanks, for search.
    QString namePinyin;
    /// Patient.gender.
    Gender gender = Gender::Unknown;
    /// Patient.birthDate.
    Date birthDate;
    /// Patient.identifier[resident identity]: GB 11643, 18 characters, or empty when the person has none at hand.
    QString identityNumber;
    /// Patient.telecom[phone].
    QString phone;
    /// Patient.address.text.
    QString address;
    /// Coverage.type, thin: how the person pays by default.
    Payer payer = Payer::SelfPay;
    /// AllergyIntolerance, asked or not.
    AllergyStatus allergyStatus = AllergyStatus::NotAsked;
    /// Meta.security; absent is normal.
    std::optional<Confidentiality> confidentiality;
    /// Patient.identifier of other systems: the numbers under which they know the person.
    std::optional<std::vector<Identifier>> identifiers;

    bool operator==(const Patient &) const = default;
};

} // namespace simiao::administration

namespace simiao {

template <>
inline constexpr std::array kCodes<administration::Gender>{"male", "female", "other", "unknown"};
template <>
inline constexpr std::array kCodes<administration::AllergyStatus>{"not-asked", "none-known", "recorded"};
template <>
inline constexpr std::array kCodes<administration::Payer>{"self-pay", "urban-employee", "resident"};

template <>
inline constexpr std::array kCodes<administration::Confidentiality>{"R", "V"};

template <>
struct Describe<administration::Patient>
{
    using P = administration::Patient;
    static constexpr const char *name = "Patient";
    static constexpr const char *table = "patient";
    static constexpr auto fields = recordWith<P>(
        field("mrn", "Patient.identifier[MRN].value", &P::mrn, Privacy::Identifier),
        field("name", "Patient.name.text", &P::name, Privacy::Identifier),
        field("name_initials", "Patient.name.extension[initials]", &P::nameInitials, Privacy::Identifier),
        field("name_pinyin", "Patient.name.extension[pinyin]", &P::namePinyin, Privacy::Identifier),
        field("gender", "Patient.gender", &P::gender),
        field("birth_date", "Patient.birthDate", &P::birthDate, Privacy::Identifier),
        field("identity_number",
              "Patient.identifier[resident].value",
              &P::identityNumber,
              Privacy::Identifier),
        field("phone", "Patient.telecom.value", &P::phone, Privacy::Identifier),
        field("address", "Patient.address.text", &P::address, Privacy::Identifier),
        field("payer", "Coverage.type", &P::payer),
        field("allergy_status", "AllergyIntolerance.code", &P::allergyStatus, Privacy::Clinical),
        field("confidentiality", "Meta.security", &P::confidentiality),
        field("identifiers", "Patient.identifier", &P::identifiers, Privacy::Identifier));
};

} // namespace simiao
