#pragma once

#include "domain/base/local_text.h"
#include "domain/medications/medication.h"

namespace simiao::medications {

/// How a drug is taken: dose, route, frequency, days. FHIR Dosage.
struct Dosage
{
    /// Dosage.doseAndRate.doseQuantity: single dose.
    Quantity dose;
    /// Dosage.route: code of resources/rules/dosage_terms.json.
    QString route;
    /// Dosage.timing.code: code of resources/rules/dosage_terms.json.
    QString frequency;
    /// Dosage.timing.repeat.boundsDuration, days.
    int days = 0;

    bool operator==(const Dosage &) const = default;
};

/// A route as people write it.
struct RouteTerm
{
    QString code;
    LocalText text;
    std::vector<QString> aliases;
};

/// A frequency; `timesPerDay` is absent where no count follows from it (prn).
struct FrequencyTerm
{
    QString code;
    LocalText text;
    std::optional<Decimal> timesPerDay;
    std::vector<QString> aliases;
};

/// A unit: `factor` times the base unit of its dimension (mg for mass, ml for volume, IU for activity).
struct UnitTerm
{
    QString code;      ///< as written
    QString dimension; ///< mass, volume, activity, or the counting unit itself
    Decimal factor{1};
    std::vector<QString> aliases;
};

/// The words of dosage, as data (resources/rules/dosage_terms.json).
struct DosageTerms
{
    std::vector<RouteTerm> routes;
    std::vector<FrequencyTerm> frequencies;
    std::vector<UnitTerm> units;
    QString version;

    /// By code or alias, case-insensitive; null when unknown.
    const RouteTerm *route(const QString &word) const;
    const FrequencyTerm *frequency(const QString &word) const;
    const UnitTerm *unit(const QString &word) const;
};

/// Smallest units for the whole course. What is taken whole is rounded up for each dose (a started tablet is gone); of what
/// holds many doses (Medication::content) the course is rounded up once, one container being used up before the next.
/// \returns `dosage.unit-mismatch` when dose and strength have no common dimension, `dosage.frequency-uncountable`
///          when the number of doses does not follow, `dosage.not-positive`
Result<std::int64_t> unitsForCourse(const Dosage &dosage,
                                    const Medication &medication,
                                    const DosageTerms &terms);

} // namespace simiao::medications

namespace simiao {

template <>
struct Describe<medications::Dosage>
{
    using D = medications::Dosage;
    static constexpr auto fields = std::tuple{field("dose", "Dosage.doseAndRate.doseQuantity", &D::dose),
                                              field("route", "Dosage.route", &D::route),
                                              field("frequency", "Dosage.timing.code", &D::frequency),
                                              field("days", "Dosage.timing.repeat.boundsDuration", &D::days)};
};

} // namespace simiao
