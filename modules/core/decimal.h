#pragma once

#include "core/result.h"

#include <QString>

#include <compare>
#include <cstdint>

namespace simiao {

/// An exact decimal number: coefficient x 10^-scale. Keeps its scale: 18.90 stays 18.90.
/// At most 18 significant digits; arithmetic that leaves them gives `core.decimal-overflow`.
/// Equality is of value (1.0 == 1.00); `toString` differs.
class Decimal
{
public:
    Decimal() = default;
    explicit Decimal(std::int64_t whole)
        : m_coefficient(whole)
    {
    }

    /// C locale: -12.50; no exponent, no blanks. `core.decimal-malformed` otherwise.
    static Result<Decimal> parse(const QString &text);
    static Decimal fromParts(std::int64_t coefficient, int scale);

    QString toString() const;
    std::int64_t coefficient() const { return m_coefficient; }
    int scale() const { return m_scale; }

    /// Without trailing zeros after the point.
    Decimal normalized() const;
    /// Half away from zero at `scale` decimals.
    Decimal rounded(int scale) const;
    /// The smallest whole number not below this.
    std::int64_t ceiling() const;
    bool isZero() const { return m_coefficient == 0; }
    bool isNegative() const { return m_coefficient < 0; }

    bool operator==(const Decimal &other) const { return (*this <=> other) == 0; }
    std::weak_ordering operator<=>(const Decimal &other) const;

    friend Result<Decimal> add(const Decimal &a, const Decimal &b);
    friend Result<Decimal> multiply(const Decimal &a, const Decimal &b);
    /// Quotient, half away from zero at `scale` decimals; `core.decimal-division-by-zero`.
    friend Result<Decimal> divide(const Decimal &a, const Decimal &b, int scale);

private:
    std::int64_t m_coefficient = 0;
    int m_scale = 0;
};

Result<Decimal> add(const Decimal &a, const Decimal &b);
Result<Decimal> multiply(const Decimal &a, const Decimal &b);
Result<Decimal> divide(const Decimal &a, const Decimal &b, int scale);

} // namespace simiao
