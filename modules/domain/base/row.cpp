#include "domain/base/row.h"

#include "core/date.h"
#include "core/decimal.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/try.h"

#include <algorithm>

namespace simiao {

Error badValue(QLatin1StringView field)
{
    return {ErrorKind::Corrupt, QStringLiteral("row.value"), QString(field)};
}

int TypeInfo::indexOf(QLatin1StringView field) const
{
    const auto found = std::ranges::find(fields, field, &FieldInfo::name);
    return found == fields.end() ? -1 : int(found - fields.begin());
}

namespace {

Json textToJson(StorageKind kind, const QString &text)
{
    if (kind == StorageKind::Decimal)
        return Json(Json::Number{text});
    if (kind == StorageKind::Document)
        return Json::parse(text.toUtf8()).value_or(Json());
    return Json(text);
}

Json integerToJson(StorageKind kind, qint64 value)
{
    if (kind == StorageKind::Boolean)
        return Json(value != 0);
    if (kind == StorageKind::Instant)
        return Json(Instant{value}.toIso());
    return Json(value);
}

} // namespace

Json scalarToJson(StorageKind kind, const Scalar &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return integerToJson(kind, *number);
    if (const auto *text = std::get_if<QString>(&value))
        return textToJson(kind, *text);
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return Json(Uuid::fromBytes(*bytes).value_or(Uuid{}).toString());
    return {};
}

Result<Scalar> scalarFromJson(StorageKind kind, const Json &json)
{
    if (json.isNull())
        return Scalar{};
    switch (kind) {
    case StorageKind::Id: {
        TRY(const auto id, Uuid::parse(json.toString()));
        return Scalar{id.toBytes()};
    }
    case StorageKind::Instant: {
        TRY(const auto instant, Instant::parse(json.toString()));
        return Scalar{qint64(instant.microseconds)};
    }
    case StorageKind::Date: {
        TRY(const auto date, Date::parse(json.toString()));
        return Scalar{date.toIso()};
    }
    case StorageKind::Integer:
    case StorageKind::Money: {
        TRY(const auto number, Decimal::parse(json.lexeme()));
        if (number.scale() != 0)
            return badValue({});
        return Scalar{qint64(number.coefficient())};
    }
    case StorageKind::Boolean:
        return json.isBool() ? Result<Scalar>(Scalar{qint64(json.toBool())}) : badValue({});
    case StorageKind::Decimal: {
        TRY(const auto number, Decimal::parse(json.lexeme()));
        return Scalar{number.toString()};
    }
    case StorageKind::Document: return Scalar{QString::fromUtf8(json.canonical())};
    case StorageKind::Text:
    case StorageKind::Code: return json.isString() ? Result<Scalar>(Scalar{json.toString()}) : badValue({});
    }
    return badValue({});
}

Json rowToJson(const TypeInfo &type, const Row &row)
{
    Json json{Json::Object{}};
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        if (auto value = scalarToJson(type.fields[i].kind, row[i]); !value.isNull())
            json.insert(QString(type.fields[i].name), std::move(value));
    }
    return json;
}

Result<Row> rowFromJson(const TypeInfo &type, const Json &json)
{
    for (const auto &[key, value] : json.object()) {
        if (std::ranges::none_of(type.fields, [&key](const FieldInfo &field) { return key == field.name; }))
            return Error{ErrorKind::Invalid, QStringLiteral("row.field-unknown"), key};
    }
    Row row;
    row.reserve(type.fields.size());
    for (const auto &field : type.fields) {
        auto value = scalarFromJson(field.kind, json[QString(field.name)]);
        if (!value)
            return badValue(field.name);
        if (std::holds_alternative<std::monostate>(*value) && !field.isOptional)
            return Error{ErrorKind::Invalid, QStringLiteral("row.field-missing"), QString(field.name)};
        row.push_back(*std::move(value));
    }
    return row;
}

} // namespace simiao
