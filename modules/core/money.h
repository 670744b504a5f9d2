#pragma once

#include "core/decimal.h"

#include <compare>
#include <cstdint>

namespace simiao {

/// An amount of Chinese money in whole fen (1/100 yuan), ISO 4217 CNY.
struct Money
{
    std::int64_t fen = 0;

    auto operator<=>(const Money &) const = default;
    Money operator+(Money other) const { return {fen + other.fen}; }
    Money operator-(Money other) const { return {fen - other.fen}; }
    Money operator-() const { return {-fen}; }

    /// Yuan with two decimals: 18.90.
    QString toYuan() const { return Decimal::fromParts(fen, 2).toString(); }
    /// Accepts at most two decimals; `core.money-fraction` beyond the fen.
    static Result<Money> parseYuan(const QString &text);
};

/// `unit x quantity / per`, half up to the fen: the price of `quantity` pieces of a pack of `per`.
/// `core.decimal-division-by-zero` when `per` is 0; quantities are whole smallest units.
Result<Money> lineTotal(Money unit, std::int64_t quantity, std::int64_t per);

} // namespace simiao
