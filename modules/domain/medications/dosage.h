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
    /// Dosage.timing.repeat.countMax: the most doses of the whole course ("when needed, x6"); absent where none was said.
    std::optional<int> maxDoses = {};

    bool operator==(const Dosage &) const = default;
};

/// A route as people write it.
struct RouteTerm
{
    QString code;
    LocalText text;
    std::vector<QString> aliases;
};

/// So many doses in so many days, where one day is the wrong measure (once a week). FHIR Timing.repeat.
struct DosesInDays
{
    Decimal doses{1};
    Decimal days{1};

    bool operator==(const DosesInDays &) const = default;
};

/// A frequency. How many doses there are follows from one of `isSingleDose`, `timesPerDay`, `repeat`; of what is taken
/// when needed only from what the prescriber says.
struct FrequencyTerm
{
    QString code;
    LocalText text;
    std::optional<Decimal> timesPerDay;
    std::vector<QString> aliases;
    std::optional<DosesInDays> repeat = {};
    bool isAsNeeded = false;
    bool isSingleDose = false;
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

/// Doses of the whole course, whole and rounded up: what the prescriber said (Dosage::maxDoses), else what follows from
/// frequency and days; a single dose is one, whatever the days.
/// \returns `dosage.doses-missing` when it is taken when needed and no number was said, `dosage.single-dose` when a
///          single dose was given a number or days, `dosage.frequency-uncountable`, `dosage.not-positive`
Result<std::int64_t> dosesOfCourse(const Dosage &dosage, const DosageTerms &terms);

/// Days the course lasts; 1 for a single dose, nothing when it is taken when needed and no days were said.
std::optional<int> daysOfCourse(const Dosage &dosage, const DosageTerms &terms);

/// Smallest units for the whole course. What is taken whole is rounded up for each dose (a started tablet is gone); of what
/// holds many doses (Medication::content) the course is rounded up once, one container being used up before the next.
/// \returns `dosage.unit-mismatch` when dose and strength have no common dimension, `dosage.not-positive`, and what
///          dosesOfCourse() says
Result<std::int64_t> unitsForCourse(const Dosage &dosage,
                                    const Medication &medication,
                                    const DosageTerms &terms);

} // namespace simiao::medications

namespace simiao {

template <>
struct Describe<medications::Dosage>
{
    using D = medications::Dosage;
    static constexpr auto fields = FieldTable{
        field("dose", "Dosage.doseAndRate.doseQuantity", &D::dose), field("route", "Dosage.route", &D::route),
        field("frequency", "Dosage.timing.code", &D::frequency),
        field("days", "Dosage.timing.repeat.boundsDuration", &D::days),
        field("max_doses", "Dosage.timing.repeat.countMax", &D::maxDoses)};
};

} // namespace simiao
