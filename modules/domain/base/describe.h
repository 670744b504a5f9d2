#pragma once

#include "domain/base/field_codec.h"
#include "domain/base/field_table.h"

#include <algorithm>
#include <vector>

namespace simiao {

/// Describe once: beside each type stands `template <> struct Describe<T>` with
///   static constexpr const char *name = "Patient", *table = "patient";
///   static constexpr auto fields = FieldTable{field("mrn", "Patient.identifier.value", &Patient::mrn, Privacy::…), …};
/// Rows and canonical JSON are generated from it; so will be FHIR, audit diffs, masking and CSV.
/// Parts (Coding, Quantity …) have fields only and are stored as JSON documents.
template <typename T>
struct Describe;

template <typename T>
concept Described = requires { Describe<T>::fields; };

/// A described type that is a row of its own.
template <typename T>
concept Entity = Described<T> && requires { Describe<T>::table; };

template <typename T>
concept Part = Described<T> && !Entity<T>;

/// One line of a field table.
template <typename T, typename Member>
struct Field
{
    const char *name;
    const char *path;
    Member T::*member;
    Privacy privacy;
};

template <typename T, typename Member>
constexpr Field<T, Member> field(const char *name,
                                 const char *path,
                                 Member T::*member,
                                 Privacy privacy = Privacy::Open)
{
    return {name, path, member, privacy};
}

template <typename T>
struct IsOptional : std::false_type
{
};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type
{
};

template <typename T>
struct IsList : std::false_type
{
};
template <typename T>
struct IsList<std::vector<T>> : std::true_type
{
};

template <typename T>
struct FieldCodec<std::optional<T>>
{
    static constexpr auto kind = FieldCodec<T>::kind;
    static Scalar write(const std::optional<T> &value)
    {
        return value ? FieldCodec<T>::write(*value) : Scalar{};
    }
    static Result<std::optional<T>> read(const Scalar &value)
    {
        if (std::holds_alternative<std::monostate>(value))
            return std::optional<T>();
        TRY(auto present, FieldCodec<T>::read(value));
        return std::optional<T>(std::move(present));
    }
};

template <Part T>
Json toJson(const T &part);
template <Part T>
Result<T> fromJson(const Json &json);

template <Part T>
struct FieldCodec<T>
{
    static constexpr auto kind = StorageKind::Document;
    static Scalar write(const T &part) { return QString::fromUtf8(toJson(part).canonical()); }
    static Result<T> read(const Scalar &value)
    {
        TRY(const auto text, detail::stored<QString>(value));
        TRY(const auto json, Json::parse(text.toUtf8()));
        return fromJson<T>(json);
    }
};

namespace detail {

/// An item of a list. Parts go straight from JSON to the value: their text is not made and read again.
template <typename T>
Json itemToJson(const T &item)
{
    if constexpr (Part<T>)
        return toJson(item);
    else
        return scalarToJson(FieldCodec<T>::kind, FieldCodec<T>::write(item));
}

template <typename T>
Result<T> itemFromJson(const Json &json)
{
    if constexpr (Part<T>) {
        return fromJson<T>(json);
    } else {
        TRY(const auto scalar, scalarFromJson(FieldCodec<T>::kind, json));
        return FieldCodec<T>::read(scalar);
    }
}

template <typename T>
Json listToJson(const std::vector<T> &items)
{
    Json array{Json::Array{}};
    for (const auto &item : items)
        array.append(itemToJson(item));
    return array;
}

template <typename T>
Result<std::vector<T>> listFromJson(const Json &json)
{
    if (!json.isArray())
        return badValue({});
    std::vector<T> items;
    for (const auto &entry : json.array()) {
        TRY(auto item, itemFromJson<T>(entry));
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace detail

/// Lists are JSON arrays of whatever their items are.
template <typename T>
struct FieldCodec<std::vector<T>>
{
    static constexpr auto kind = StorageKind::Document;
    static Scalar write(const std::vector<T> &items)
    {
        return QString::fromUtf8(detail::listToJson(items).canonical());
    }
    static Result<std::vector<T>> read(const Scalar &value)
    {
        TRY(const auto text, detail::stored<QString>(value));
        TRY(const auto json, Json::parse(text.toUtf8()));
        return detail::listFromJson<T>(json);
    }
};

namespace detail {

template <typename T, typename Member>
FieldInfo infoOf(const Field<T, Member> &f)
{
    return {QLatin1StringView(f.name), QLatin1StringView(f.path), FieldCodec<Member>::kind,
            IsOptional<Member>::value, f.privacy};
}

/// Reads one member; false and the field's name in `error` when the value does not fit.
template <typename T, typename Member>
bool readField(T &object, const Field<T, Member> &f, const Scalar &value, Error &error)
{
    auto read = FieldCodec<Member>::read(value);
    if (!read) {
        error = badValue(QLatin1StringView(f.name));
        return false;
    }
    object.*(f.member) = *std::move(read);
    return true;
}

} // namespace detail

template <Described T>
std::vector<FieldInfo> fieldInfos()
{
    return Describe<T>::fields.apply(
        [](const auto &...f) { return std::vector<FieldInfo>{detail::infoOf(f)...}; });
}

template <typename T, typename Member>
Scalar writeMember(const T &object, const Field<T, Member> &f)
{
    return FieldCodec<Member>::write(object.*(f.member));
}

template <Described T>
Row toRow(const T &object)
{
    return Describe<T>::fields.apply([&object](const auto &...f) { return Row{writeMember(object, f)...}; });
}

/// `row.value` with the field's name when a stored value does not fit its type: data was damaged or is newer than we are.
template <Described T>
Result<T> fromRow(const Row &row)
{
    T object;
    Error error;
    std::size_t at = 0;
    const bool isRead = Describe<T>::fields.apply(
        [&](const auto &...f) { return (detail::readField(object, f, row[at++], error) && ...); });
    return isRead ? Result<T>(std::move(object)) : Result<T>(error);
}

/// An entity whose rows a statement changes where they stand.
template <typename T>
concept Counter = Entity<T> && requires { Describe<T>::isCounter; };

/// The described type for code that works on rows.
template <Entity T>
const TypeInfo &typeInfo()
{
    static const TypeInfo info{QLatin1StringView(Describe<T>::name), QLatin1StringView(Describe<T>::table),
                               fieldInfos<T>(), Counter<T>};
    return info;
}

namespace detail {

/// The keys of a part in JSON, in the order of its fields.
template <Part T>
const std::vector<QString> &keysOf()
{
    static const auto keys = Describe<T>::fields.apply(
        [](const auto &...f) { return std::vector<QString>{QString(QLatin1StringView(f.name))...}; });
    return keys;
}

/// A member as JSON. Parts in parts go straight to it: their text is not made and read again.
template <typename Member>
Json memberToJson(const Member &member)
{
    if constexpr (IsOptional<Member>::value)
        return member ? memberToJson(*member) : Json();
    else if constexpr (IsList<Member>::value)
        return listToJson(member);
    else
        return itemToJson(member);
}

template <typename Member>
Result<Member> memberFromJson(const Json &json)
{
    if constexpr (IsOptional<Member>::value) {
        TRY(auto present, memberFromJson<typename Member::value_type>(json));
        return Member(std::move(present));
    } else if constexpr (IsList<Member>::value) {
        return listFromJson<typename Member::value_type>(json);
    } else {
        return itemFromJson<Member>(json);
    }
}

template <typename Member>
void insertMember(Json &json, const QString &key, const Member &member)
{
    if (auto value = memberToJson(member); !value.isNull())
        json.insert(key, std::move(value));
}

/// Reads one member; false and what is wrong with it in `error` when it does not fit.
template <typename T, typename Member>
bool takeMember(T &part, const Field<T, Member> &f, const Json &json, Error &error)
{
    if (json.isNull()) {
        error = {ErrorKind::Invalid, QStringLiteral("row.field-missing"), QString(QLatin1StringView(f.name))};
        return IsOptional<Member>::value;
    }
    auto read = memberFromJson<Member>(json);
    if (!read) {
        error = badValue(QLatin1StringView(f.name));
        return false;
    }
    part.*(f.member) = *std::move(read);
    return true;
}

} // namespace detail

template <Part T>
Json toJson(const T &part)
{
    Json json{Json::Object{}};
    auto key = detail::keysOf<T>().begin();
    Describe<T>::fields.apply(
        [&](const auto &...f) { (detail::insertMember(json, *key++, part.*(f.member)), ...); });
    return json;
}

template <Part T>
Result<T> fromJson(const Json &json)
{
    const auto &keys = detail::keysOf<T>();
    for (const auto &[key, value] : json.object()) {
        if (std::ranges::find(keys, key) == keys.end())
            return Error{ErrorKind::Invalid, QStringLiteral("row.field-unknown"), key};
    }
    T part;
    Error error;
    auto key = keys.begin();
    const bool isRead = Describe<T>::fields.apply(
        [&](const auto &...f) { return (detail::takeMember(part, f, json[*key++], error) && ...); });
    return isRead ? Result<T>(std::move(part)) : Result<T>(error);
}

} // namespace simiao
