#pragma once

#include "core/date.h"
#include "core/decimal.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/money.h"
#include "core/try.h"
#include "domain/base/row.h"

#include <optional>
#include <type_traits>

namespace simiao {

/// Codes of an enum, in the order of its values: `template <> inline constexpr std::array kCodes<Sex>{…}`.
template <typename E>
inline constexpr std::nullptr_t kCodes = nullptr;

/// The word that is stored and sent for an enum value.
template <typename E>
    requires std::is_enum_v<E>
QString codeOf(E value)
{
    return QString(QLatin1StringView(kCodes<E>[std::size_t(value)]));
}

/// The value of a word; nothing when the word is unknown.
template <typename E>
    requires std::is_enum_v<E>
std::optional<E> fromCode(const QString &code)
{
    for (std::size_t i = 0; i < kCodes<E>.size(); ++i) {
        if (code == QLatin1StringView(kCodes<E>[i]))
            return E(i);
    }
    return std::nullopt;
}

/// How one C++ type becomes a Scalar and back; the only place that knows both.
template <typename T, typename = void>
struct FieldCodec;

namespace detail {

template <typename Stored>
Result<Stored> stored(const Scalar &value)
{
    if (const auto *found = std::get_if<Stored>(&value))
        return *found;
    return badValue({});
}

} // namespace detail

template <>
struct FieldCodec<QString>
{
    static constexpr auto kind = StorageKind::Text;
    static Scalar write(const QString &text) { return text; }
    static Result<QString> read(const Scalar &value) { return detail::stored<QString>(value); }
};

template <>
struct FieldCodec<int>
{
    static constexpr auto kind = StorageKind::Integer;
    static Scalar write(int number) { return qint64(number); }
    static Result<int> read(const Scalar &value)
    {
        TRY(const auto number, detail::stored<qint64>(value));
        if (number != qint64(int(number)))
            return badValue({});
        return int(number);
    }
};

template <>
struct FieldCodec<qint64>
{
    static constexpr auto kind = StorageKind::Integer;
    static Scalar write(qint64 number) { return number; }
    static Result<qint64> read(const Scalar &value) { return detail::stored<qint64>(value); }
};

template <>
struct FieldCodec<bool>
{
    static constexpr auto kind = StorageKind::Boolean;
    static Scalar write(bool flag) { return qint64(flag); }
    static Result<bool> read(const Scalar &value)
    {
        TRY(const auto number, detail::stored<qint64>(value));
        return number != 0;
    }
};

template <>
struct FieldCodec<Money>
{
    static constexpr auto kind = StorageKind::Money;
    static Scalar write(Money money) { return qint64(money.fen); }
    static Result<Money> read(const Scalar &value)
    {
        TRY(const auto fen, detail::stored<qint64>(value));
        return Money{fen};
    }
};

template <>
struct FieldCodec<Decimal>
{
    static constexpr auto kind = StorageKind::Decimal;
    static Scalar write(const Decimal &number) { return number.toString(); }
    static Result<Decimal> read(const Scalar &value)
    {
        TRY(const auto lexeme, detail::stored<QString>(value));
        return Decimal::parse(lexeme);
    }
};

template <>
struct FieldCodec<Instant>
{
    static constexpr auto kind = StorageKind::Instant;
    static Scalar write(Instant instant) { return qint64(instant.microseconds); }
    static Result<Instant> read(const Scalar &value)
    {
        TRY(const auto microseconds, detail::stored<qint64>(value));
        return Instant{microseconds};
    }
};

template <>
struct FieldCodec<Date>
{
    static constexpr auto kind = StorageKind::Date;
    static Scalar write(Date date) { return date.toIso(); }
    static Result<Date> read(const Scalar &value)
    {
        TRY(const auto iso, detail::stored<QString>(value));
        return Date::parse(iso);
    }
};

template <typename T>
struct FieldCodec<Id<T>>
{
    static constexpr auto kind = StorageKind::Id;
    static Scalar write(Id<T> id) { return id.uuid.toBytes(); }
    static Result<Id<T>> read(const Scalar &value)
    {
        TRY(const auto bytes, detail::stored<QByteArray>(value));
        TRY(const auto uuid, Uuid::fromBytes(bytes));
        return Id<T>{uuid};
    }
};

template <typename E>
struct FieldCodec<E, std::enable_if_t<std::is_enum_v<E>>>
{
    static constexpr auto kind = StorageKind::Code;
    static Scalar write(E value) { return codeOf(value); }
    static Result<E> read(const Scalar &value)
    {
        TRY(const auto code, detail::stored<QString>(value));
        if (const auto known = fromCode<E>(code))
            return *known;
        return badValue({});
    }
};

} // namespace simiao
