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
    /// Words nothing was made of; they block signing and are pointed at.
    std::vector<QString> unknown;

    bool operator==(const OrderLine &) const = default;
};

/// Pure; runs on every key.
OrderLine parseOrderLine(const QString &text, const DosageTerms &terms);

/// The dosage the line means for `medication`: what was typed, else what is usual for the drug.
Dosage dosageFor(const OrderLine &line, const Medication &medication);

} // namespace simiao::medications
