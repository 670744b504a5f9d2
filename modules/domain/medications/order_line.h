#pragma once

#include "domain/medications/dosage.h"

#include <optional>
#include <vector>

namespace simiao::medications {

/// What was understood of a typed order line such as "amxl 0.5 po tid 7d", whatever the order of its words.
struct OrderLine
{
    /// Words that name the drug, joined by blanks: pinyin initials, name, code.
    QString drug;
    std::optional<Decimal> doseValue;
    /// Empty when the dose was a bare number: the drug's usual unit applies.
    QString doseUnit;
    QString route;
    QString frequency;
    std::optional<int> days;
    /// "x6": the most doses of the whole course.
    std::optional<int> maxDoses;
    /// "=12", "=2 boxes", "x12 tablets": what is to be dispensed, whatever follows from the dose.
    std::optional<std::int64_t> quantity;
    /// Unit of `quantity` as typed; empty means the drug's smallest unit.
    QString quantityUnit;
    /// Words nothing was made of; they block signing and are pointed at.
    std::vector<QString> unknown;

    bool operator==(const OrderLine &) const = default;
};

/// Pure; runs on every key.
OrderLine parseOrderLine(const QString &text, const DosageTerms &terms);

/// The dosage the line means for `medication`: what was typed, else what is usual for the drug. A single dose lasts one
/// day, and what is taken when needed has no usual number of days.
Dosage dosageFor(const OrderLine &line, const Medication &medication, const DosageTerms &terms);

/// What the line says is to be dispensed, in smallest units; nothing when it says nothing.
/// \returns `dosage.quantity-unit` (the unit in `detail`) when it is neither the drug's smallest unit nor its pack,
///          `dosage.not-positive`
Result<std::optional<std::int64_t>> quantityFor(const OrderLine &line,
                                                const Medication &medication,
                                                const DosageTerms &terms);

} // namespace simiao::medications
