#pragma once

#include "core/result.h"

#include <QDate>

#include <compare>

namespace simiao {

/// A calendar day without a zone (birth date, expiry). Invalid when default-constructed.
struct Date
{
    QDate day;

    bool operator==(const Date &) const = default;
    std::strong_ordering operator<=>(const Date &other) const
    {
        return day.toJulianDay() <=> other.day.toJulianDay();
    }

    bool isValid() const { return day.isValid(); }
    /// ISO 8601: 2026-11-22.
    QString toIso() const { return day.toString(Qt::ISODate); }
    Date plusDays(int days) const { return {day.addDays(days)}; }

    /// ISO form only; `core.date-malformed` otherwise.
    static Result<Date> parse(const QString &text);
};

/// Age in completed years and the days beyond the last completed month, for "45y", "7m", "12d".
struct Age
{
    int years = 0;
    int months = 0; ///< completed months beyond `years`
    int days = 0;   ///< days beyond `months`

    bool operator==(const Age &) const = default;
};

/// Age on `today` of someone born on `birth`; `core.date-order` when born later.
Result<Age> ageOn(Date birth, Date today);

} // namespace simiao
