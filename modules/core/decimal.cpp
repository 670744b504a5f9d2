#include "core/decimal.h"

#include "core/try.h"

#include <algorithm>

namespace simiao {

namespace {

// Products of two coefficients fit 128 bits; results are checked before they narrow.
__extension__ using Wide = __int128;

constexpr int kMaxDigits = 18;
constexpr std::int64_t kLimit = 1'000'000'000'000'000'000;

Error overflow()
{
    return {ErrorKind::Invalid, QStringLiteral("core.decimal-overflow")};
}

Wide power10(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

Wide divideHalfUp(Wide numerator, Wide denominator)
{
    const Wide quotient = numerator / denominator;
    const Wide rest = numerator % denominator;
    const Wide twice = (rest < 0 ? -rest : rest) * 2;
    if (twice < (denominator < 0 ? -denominator : denominator))
        return quotient;
    return (numerator < 0) == (denominator < 0) ? quotient + 1 : quotient - 1;
}

Result<Decimal> narrow(Wide coefficient, int scale)
{
    while (scale > kMaxDigits || ((coefficient >= kLimit || coefficient <= -kLimit) && scale > 0)) {
        if (coefficient % 10 != 0)
            return overflow();
        coefficient /= 10;
        --scale;
    }
    if (coefficient >= kLimit || coefficient <= -kLimit)
        return overflow();
    return Decimal::fromParts(std::int64_t(coefficient), scale);
}

} // namespace

Decimal Decimal::fromParts(std::int64_t coefficient, int scale)
{
    Decimal result;
    result.m_coefficient = coefficient;
    result.m_scale = scale;
    return result;
}

Result<Decimal> Decimal::parse(const QString &text)
{
    const Error malformed{ErrorKind::Invalid, QStringLiteral("core.decimal-malformed")};
    const bool negative = text.startsWith(QLatin1Char('-'));
    const QString digits = negative ? text.mid(1) : text;
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    QString plain = digits;
    if (point >= 0)
        plain.remove(point, 1);
    const bool isNumber =
        std::ranges::all_of(plain, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (plain.isEmpty() || !isNumber || point == 0 || point == digits.size() - 1)
        return malformed;
    if (plain.size() > kMaxDigits)
        return overflow();
    const std::int64_t coefficient = plain.toLongLong();
    return fromParts(negative ? -coefficient : coefficient, point < 0 ? 0 : int(digits.size() - point - 1));
}

QString Decimal::toString() const
{
    QString digits = QString::number(m_coefficient < 0 ? -m_coefficient : m_coefficient);
    if (m_scale > 0) {
        digits = digits.rightJustified(m_scale + 1, QLatin1Char('0'));
        digits.insert(digits.size() - m_scale, QLatin1Char('.'));
    }
    return m_coefficient < 0 ? QLatin1Char('-') + digits : digits;
}

Decimal Decimal::normalized() const
{
    Decimal result = *this;
    while (result.m_scale > 0 && result.m_coefficient % 10 == 0) {
        result.m_coefficient /= 10;
        --result.m_scale;
    }
    return result;
}

Decimal Decimal::rounded(int scale) const
{
    if (scale >= m_scale)
        return *this;
    return fromParts(std::int64_t(divideHalfUp(m_coefficient, power10(m_scale - scale))), scale);
}

std::int64_t Decimal::ceiling() const
{
    const auto unit = std::int64_t(power10(m_scale));
    const std::int64_t whole = m_coefficient / unit;
    return m_coefficient % unit > 0 ? whole + 1 : whole;
}

std::weak_ordering Decimal::operator<=>(const Decimal &other) const
{
    const int scale = std::max(m_scale, other.m_scale);
    const Wide mine = m_coefficient * power10(scale - m_scale);
    const Wide theirs = other.m_coefficient * power10(scale - other.m_scale);
    return mine <=> theirs;
}

Result<Decimal> add(const Decimal &a, const Decimal &b)
{
    const int scale = std::max(a.m_scale, b.m_scale);
    return narrow(a.m_coefficient * power10(scale - a.m_scale) + b.m_coefficient * power10(scale - b.m_scale),
                  scale);
}

Result<Decimal> multiply(const Decimal &a, const Decimal &b)
{
    return narrow(Wide(a.m_coefficient) * b.m_coefficient, a.m_scale + b.m_scale);
}

Result<Decimal> divide(const Decimal &a, const Decimal &b, int scale)
{
    if (b.isZero())
        return Error{ErrorKind::Invalid, QStringLiteral("core.decimal-division-by-zero")};
    const int shift = scale + b.m_scale - a.m_scale;
    if (shift > kMaxDigits)
        return overflow();
    const Wide numerator = shift >= 0 ? a.m_coefficient * power10(shift) : Wide(a.m_coefficient);
    const Wide denominator = shift >= 0 ? Wide(b.m_coefficient) : b.m_coefficient * power10(-shift);
    return narrow(divideHalfUp(numerator, denominator), scale);
}

} // namespace simiao
