#pragma once

#include "core/decimal.h"
#include "core/json.h"
#include "core/try.h"
#include "domain/base/field_codec.h"
#include "domain/base/local_text.h"

#include <optional>
#include <vector>

namespace simiao {

/// A value inside a JSON file together with where it stands: reads members as typed values, and says where
/// one does not fit: Invalid `resources.shape` with "rules/dosage_terms.json: units[3].factor" in `detail`.
/// Refers to the JSON it was made from.
class JsonPlace
{
public:
    JsonPlace(const Json &root, const QString &fileName)
        : m_json(&root)
        , m_path(fileName + QStringLiteral(": "))
    {
    }

    const Json &json() const { return *m_json; }
    bool isNull(const QString &key) const { return (*m_json)[key].isNull(); }

    JsonPlace member(const QString &key) const;
    /// The elements of an array.
    Result<std::vector<JsonPlace>> list(const QString &key) const;

    Result<QString> text(const QString &key) const;
    /// Empty for null.
    Result<QString> optionalText(const QString &key) const;
    Result<std::vector<QString>> texts(const QString &key) const;
    Result<int> integer(const QString &key) const;
    /// A number as it is measured, not counted: a window, a factor. Finite.
    Result<double> number(const QString &key) const;
    /// From a string, so that no digit is lost.
    Result<Decimal> decimal(const QString &key) const;
    Result<std::optional<Decimal>> optionalDecimal(const QString &key) const;
    /// The member {"en": …, "zh": …}.
    Result<LocalText> localText(const QString &key) const;
    /// "en" and "zh" of this object.
    Result<LocalText> localText() const;
    /// A word of a closed list.
    template <typename Enum>
    Result<Enum> code(const QString &key) const
    {
        TRY(const auto word, text(key));
        const auto value = FieldCodec<Enum>::read(Scalar(word));
        return value ? value : Result<Enum>(wrong(key));
    }

    /// `resources.shape` at a member of this object.
    Error wrong(const QString &key) const;

private:
    JsonPlace(const Json *json, QString path)
        : m_json(json)
        , m_path(std::move(path))
    {
    }
    QString pathOf(const QString &key) const;

    const Json *m_json;
    QString m_path;
};

/// Each element of the array `key`, read by `read(const JsonPlace &) -> Result<T>`.
template <typename T, typename Read>
Result<std::vector<T>> readList(const JsonPlace &place, const QString &key, Read &&read)
{
    TRY(const auto items, place.list(key));
    std::vector<T> values;
    for (const auto &item : items) {
        TRY(auto value, read(item));
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace simiao
