#pragma once

#include "core/json.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <variant>
#include <vector>

namespace simiao {

/// How a field is stored; each back-end binds it in its own way (design: contracts, "Types in storage").
enum class StorageKind {
    Id,   ///< 16 bytes
    Text, ///< verbatim text
    Code, ///< one word of a closed list
    Integer,
    Boolean,
    Decimal, ///< C-locale lexeme, scale kept
    Money,   ///< whole fen
    Instant, ///< microseconds UTC
    Date,    ///< ISO day
    Document ///< canonical JSON
};

/// Who may see a field, and what a masked list, a log or an export does with it.
enum class Privacy {
    Open,       ///< codes, prices, states
    Identifier, ///< names the person: name, numbers, phone
    Clinical,   ///< about the person's health
    Secret,     ///< leaves the store in a backup and in a full export only: password hashes
};

/// One stored value: null, a number (also Boolean, Money, Instant), a text (also Code, Decimal, Date, Document), bytes.
using Scalar = std::variant<std::monostate, qint64, QString, QByteArray>;

/// The values of one entity, in the order of its field table.
using Row = std::vector<Scalar>;

/// One line of a field table.
struct FieldInfo
{
    QLatin1StringView name; ///< column and JSON key
    QLatin1StringView path; ///< FHIR R4 path
    StorageKind kind = StorageKind::Text;
    bool isOptional = false;
    Privacy privacy = Privacy::Open;
};

/// What a store, an export or an audit diff needs to know of a type without knowing the type.
struct TypeInfo
{
    QLatin1StringView name;  ///< FHIR resource name, or ours where FHIR has none
    QLatin1StringView table; ///< singular snake case
    std::vector<FieldInfo> fields;
    /// Statements change its rows in place (stock, capacity): a row may be without a hash, one that has a hash must fit it.
    bool isCounter = false;

    /// Place of `field` in rows of this type; -1 when there is none.
    int indexOf(QLatin1StringView field) const;
};

/// The entity as JSON: keys are field names, nulls are left out.
Json rowToJson(const TypeInfo &type, const Row &row);
/// The inverse; `row.field-missing`, `row.field-unknown` or `row.value` with the field's name in `detail`.
Result<Row> rowFromJson(const TypeInfo &type, const Json &json);

/// One value as JSON (null for null), and back.
Json scalarToJson(StorageKind kind, const Scalar &value);
Result<Scalar> scalarFromJson(StorageKind kind, const Json &json);

/// `row.value`: the stored or received value cannot be a `field`.
Error badValue(QLatin1StringView field);

} // namespace simiao
