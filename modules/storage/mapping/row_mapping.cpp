#include "storage/mapping/row_mapping.h"

#include "core/hash.h"
#include "core/id.h"
#include "core/try.h"

#include <QSqlRecord>

namespace simiao::storage {

namespace {

bool isStoredAsNumber(StorageKind kind)
{
    switch (kind) {
    case StorageKind::Integer:
    case StorageKind::Boolean:
    case StorageKind::Money:
    case StorageKind::Instant: return true;
    case StorageKind::Id:
    case StorageKind::Text:
    case StorageKind::Code:
    case StorageKind::Decimal:
    case StorageKind::Date:
    case StorageKind::Document: return false;
    }
    return false;
}

Error hashDiffers(const TypeInfo &type, const Row &row)
{
    const auto id = Uuid::fromBytes(std::get<QByteArray>(row.front())).value_or(Uuid{});
    return {ErrorKind::Corrupt, QStringLiteral("row.hash"), QString(type.table) + u' ' + id.toString()};
}

} // namespace

QVariant toVariant(const Scalar &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *text = std::get_if<QString>(&value))
        return text->isNull() ? QStringLiteral("") : *text;
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return *bytes;
    return {};
}

Result<Scalar> fromVariant(StorageKind kind, const QVariant &value)
{
    if (value.isNull())
        return Scalar{};
    if (kind == StorageKind::Id)
        return Scalar{value.toByteArray()};
    if (isStoredAsNumber(kind)) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        return isNumber ? Result<Scalar>(Scalar{number}) : badValue({});
    }
    return Scalar{value.toString()};
}

QByteArray rowHash(const TypeInfo &type, const Row &row)
{
    return sha256(rowToJson(type, row).canonical());
}

workflow::Parameters rowParameters(const TypeInfo &type, const Row &row, const QByteArray &hash)
{
    workflow::Parameters parameters;
    for (std::size_t i = 0; i < row.size(); ++i)
        parameters.insert_or_assign(QString(type.fields[i].name), row[i]);
    parameters.insert_or_assign(QStringLiteral("row_hash"), type.isCounter ? Scalar{} : Scalar{hash});
    return parameters;
}

Result<Row> readRow(const TypeInfo &type, const QSqlQuery &query)
{
    const QSqlRecord record = query.record();
    Row row;
    row.reserve(type.fields.size());
    for (const auto &field : type.fields) {
        auto value = fromVariant(field.kind, query.value(record.indexOf(QString(field.name))));
        if (!value)
            return badValue(field.name);
        row.push_back(*std::move(value));
    }
    const QVariant stored = query.value(record.indexOf(QStringLiteral("row_hash")));
    if (!type.isCounter && stored.toByteArray() != rowHash(type, row))
        return hashDiffers(type, row);
    return row;
}

} // namespace simiao::storage
