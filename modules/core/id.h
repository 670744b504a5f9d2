#pragma once

#include "core/instant.h"
#include "core/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace simiao {

class Clock;
class Rng;

/// 128 bits that name one row for ever, everywhere: a UUIDv7 (RFC 9562) made at the workstation.
/// Ordered by bytes, so ids made later by one workstation compare greater, whatever its clock does (Clock::nextIdTick()).
struct Uuid
{
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid &) const = default;
    bool isNull() const { return *this == Uuid{}; }

    /// Canonical lower-case form with dashes.
    QString toString() const;
    /// The same in ASCII.
    QByteArray toLatin1() const;
    /// The 16 bytes as stored in a BLOB(16) column.
    QByteArray toBytes() const;

    /// Accepts the canonical form only; `core.uuid-malformed` otherwise.
    static Result<Uuid> parse(const QString &text);
    /// Accepts exactly 16 bytes; `core.uuid-malformed` otherwise.
    static Result<Uuid> fromBytes(const QByteArray &bytes);
    /// When it was made, by the clock that was counted on, to the millisecond; nothing for another kind of id. Not to be shown:
    /// while a clock is behind, ids run ahead of it.
    std::optional<Instant> time() const;
    /// Time from `clock`, the rest from `rng`.
    static Uuid v7(const Clock &clock, Rng &rng);
};

/// The id of a T; ids of different types do not mix.
template <typename T>
struct Id
{
    Uuid uuid;

    auto operator<=>(const Id &) const = default;
    bool isNull() const { return uuid.isNull(); }
    QString toString() const { return uuid.toString(); }
};

/// A fresh Id<T>.
template <typename T>
Id<T> newId(const Clock &clock, Rng &rng)
{
    return {Uuid::v7(clock, rng)};
}

inline size_t qHash(const Uuid &id, size_t seed = 0)
{
    return qHashBits(id.bytes.data(), id.bytes.size(), seed);
}

template <typename T>
size_t qHash(const Id<T> &id, size_t seed = 0)
{
    return qHash(id.uuid, seed);
}

} // namespace simiao
