#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <compare>
#include <cstdint>

namespace simiao {

/// A point in time: microseconds since 1970-01-01T00:00:00Z. Has no zone; zones belong to screens.
struct Instant
{
    std::int64_t microseconds = 0;

    auto operator<=>(const Instant &) const = default;

    /// RFC 3339 in UTC with six decimals: 2026-11-22T01:30:00.000000Z. Outside the years 1 to 9999 the bare number.
    QString toIso() const;
    /// The same in ASCII.
    QByteArray toIsoLatin1() const;
    /// RFC 3339 with any offset; `core.instant-malformed` otherwise.
    static Result<Instant> parse(const QString &text);

    Instant plusSeconds(std::int64_t seconds) const { return {microseconds + seconds * 1'000'000}; }
};

} // namespace simiao
