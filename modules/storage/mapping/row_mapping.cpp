#include "storage/mapping/row_mapping.h"

#include "core/hash.h"
#include "core/id.h"
#include "core/try.h"
#include "storage/mapping/canonical_row.h"

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
    return sha256(canonicalRow(type, row));
}

RowColumns columnsOf(const TypeInfo &type, const QSqlQuery &query)
{
    RowColumns columns;
    const QSqlRecord record = query.record();
    for (const auto &field : type.fields)
        columns.fields.push_back(record.indexOf(QString(field.name)));
    columns.hash = record.indexOf(QStringLiteral("row_hash"));
    return columns;
}

Result<Row> RowReader::read() const
{
    Row row;
    row.reserve(m_columns.fields.size());
    for (std::size_t i = 0; i < m_columns.fields.size(); ++i) {
        const auto &field = m_type.fields[i];
        auto value = fromVariant(field.kind, m_query.value(m_columns.fields[i]));
        if (!value)
            return badValue(field.name);
        row.push_back(*std::move(value));
    }
    if (!m_type.isCounter && m_query.value(m_columns.hash).toByteArray() != rowHash(m_type, row))
        return hashDiffers(m_type, row);
    return row;
}

} // namespace simiao::storage
