#pragma once

#include "domain/base/describe.h"

namespace simiao {

/// FHIR Quantity: an exact number with its unit as people write it and as UCUM writes it.
struct Quantity
{
    /// Quantity.value.
    Decimal value;
    /// Quantity.unit: what is shown (g, 粒).
    QString unit;

    bool operator==(const Quantity &) const = default;
    QString toString() const { return value.toString() + QLatin1Char(' ') + unit; }
};

template <>
struct Describe<Quantity>
{
    static constexpr auto fields = FieldTable{field("value", "Quantity.value", &Quantity::value),
                                              field("unit", "Quantity.unit", &Quantity::unit)};
};

} // namespace simiao
