#pragma once

#include "bootstrap/demo_dice.h"
#include "bootstrap/demo_whom.h"
#include "domain/base/coding.h"

#include <map>

namespace simiao::bootstrap {

/// What is usual for some people; a limit may be missing, but not both.
struct ReferenceInterval
{
    Whom whom;
    std::optional<Decimal> low;
    std::optional<Decimal> high;
};

/// A test answered with a number, and how its results are spread.
struct LaboratoryTest
{
    Coding code;  ///< LOINC, else the catalogue's own number
    QString unit; ///< as shown; empty for ratios
    int decimals = 0;
    Decimal mean;
    Decimal deviation;
    std::vector<ReferenceInterval> intervals;
    Money price;

    /// Null: the test is not done for such people.
    const ReferenceInterval *intervalFor(administration::Gender gender, int years) const;
};

/// Tests that are ordered together.
struct LaboratoryPanel
{
    QString name;
    std::vector<LaboratoryTest> tests;
};

/// laboratory.json by code of the panel. Tests answered in words are left out: an Observation holds a number.
Result<std::map<QString, LaboratoryPanel>> readLaboratory(const QString &demoFolder);

/// A result with the test's decimals, never negative: nine of ten within two deviations of the mean, one a
/// little outside the interval. Each is drawn by itself; a sum need not be that of its parts.
Decimal inventResult(const LaboratoryTest &test, const ReferenceInterval &interval, Dice &dice);

} // namespace simiao::bootstrap
