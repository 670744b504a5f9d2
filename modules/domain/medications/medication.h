#pragma once

#include "domain/base/quantity.h"
#include "domain/base/record.h"

#include <array>
#include <optional>

namespace simiao::medications {

/// Legal class of a drug; decides form colour, limits and who may prescribe.
enum class PrescriptionClass { Ordinary, PsychotropicOne, PsychotropicTwo, Narcotic, Toxic };

/// A product the pharmacy carries: one form in one strength and pack. FHIR Medication.
struct Medication : Record<Medication>
{
    /// Medication.code.coding.code: the hospital's drug code.
    QString code;
    /// Medication.code.text: generic Chinese name with form.
    QString name;
    /// Medication.code.text, English.
    QString nameEn;
    /// Brand, full and older names, for search.
    std::vector<QString> aliases;
    /// Pinyin initials of `name`, lower case, for search.
    QString nameInitials;
    /// Full pinyin of `name`, lower case without blanks, for search.
    QString namePinyin;
    /// Medication.code.coding[ATC].code; empty when unknown.
    QString atc;
    /// Medication.form.text.
    QString form;
    /// Medication.ingredient.strength of one smallest unit, e.g. 0.25 g.
    Quantity strength;
    /// Medication.extension[content]: what one smallest unit holds when doses are part of it (a bottle of 100 ml, a cream of
    /// 5 g); absent for what is taken whole.
    std::optional<Quantity> content;
    /// Smallest unit that is dispensed: 粒, 片, 支.
    QString smallestUnit;
    /// Medication.amount: smallest units in a pack.
    int packQuantity = 1;
    /// Unit of the pack: 盒, 瓶.
    QString packUnit;
    /// ChargeItemDefinition: price of one pack, fen.
    Money packPrice;
    /// Substance classes for allergy checks (resources/rules/allergy_classes.json).
    std::vector<QString> allergyClasses;
    /// Medication.extension[prescriptionClass].
    PrescriptionClass prescriptionClass = PrescriptionClass::Ordinary;
    /// Medication.extension[antibioticGrade]: non-restricted, restricted, special; empty for others.
    QString antibioticGrade;
    /// MedicationKnowledge.administrationGuidelines: usual single dose.
    Quantity defaultDose;
    /// … usual route, code of resources/rules/dosage_terms.json.
    QString defaultRoute;
    /// … usual frequency, code of resources/rules/dosage_terms.json.
    QString defaultFrequency;
    /// … usual days of supply.
    int defaultDays = 1;

    bool operator==(const Medication &) const = default;
};

} // namespace simiao::medications

namespace simiao {

template <>
inline constexpr std::array kCodes<medications::PrescriptionClass>{"ordinary", "psychotropic-1",
                                                                   "psychotropic-2", "narcotic", "toxic"};

template <>
struct Describe<medications::Medication>
{
    using M = medications::Medication;
    static constexpr const char *name = "Medication";
    static constexpr const char *table = "medication";
    static constexpr auto fields = recordWith<M>(
        field("code", "Medication.code.coding.code", &M::code),
        field("name", "Medication.code.text", &M::name),
        field("name_en", "Medication.code.text", &M::nameEn),
        field("aliases", "Medication.code.coding.display", &M::aliases),
        field("name_initials", "Medication.code.extension[initials]", &M::nameInitials),
        field("name_pinyin", "Medication.code.extension[pinyin]", &M::namePinyin),
        field("atc", "Medication.code.coding[ATC].code", &M::atc),
        field("form", "Medication.form.text", &M::form),
        field("strength", "Medication.ingredient.strength", &M::strength),
        field("content", "Medication.extension[content]", &M::content),
        field("smallest_unit", "Medication.amount.denominator.unit", &M::smallestUnit),
        field("pack_quantity", "Medication.amount.numerator.value", &M::packQuantity),
        field("pack_unit", "Medication.amount.numerator.unit", &M::packUnit),
        field("pack_price", "ChargeItemDefinition.propertyGroup.priceComponent.amount", &M::packPrice),
        field("allergy_classes", "Medication.extension[allergyClass]", &M::allergyClasses),
        field("prescription_class", "Medication.extension[prescriptionClass]", &M::prescriptionClass),
        field("antibiotic_grade", "Medication.extension[antibioticGrade]", &M::antibioticGrade),
        field("default_dose",
              "MedicationKnowledge.administrationGuidelines.dosage.doseQuantity",
              &M::defaultDose),
        field("default_route", "MedicationKnowledge.administrationGuidelines.dosage.route", &M::defaultRoute),
        field("default_frequency",
              "MedicationKnowledge.administrationGuidelines.dosage.timing",
              &M::defaultFrequency),
        field("default_days",
              "MedicationKnowledge.administrationGuidelines.dosage.timing.repeat.boundsDuration",
              &M::defaultDays));
};

} // namespace simiao
