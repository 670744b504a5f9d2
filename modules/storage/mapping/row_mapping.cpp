#include "storage/mapping/row_mapping.h"

#include "core/hash.h"
#include "core/id.h"
#include "core/try.h"
#include "domain/security/audit_chain.h"
#include "storage/mapping/canonical_row.h"

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

Error linkDiffers(const Row &row)
{
    const auto *sequence = std::get_if<qint64>(&row.front());
    return {ErrorKind::Corrupt, QStringLiteral("audit.edited"), QString::number(sequence ? *sequence : 0)};
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

RowColumns columnsOf(const TypeInfo &type, const ReadingStatement &statement)
{
    RowColumns columns;
    for (const auto &field : type.fields)
        columns.fields.push_back(statement.columnOf(QString(field.name)));
    columns.hash = statement.columnOf(QStringLiteral("row_hash"));
    if (type.table == QLatin1StringView("audit_event")) {
        columns.previous = statement.columnOf(QStringLiteral("previous"));
        columns.link = statement.columnOf(QStringLiteral("hash"));
    }
    return columns;
}

/// A counter that came before its hashes has none.
bool RowReader::isAsWritten(const Row &row) const
{
    const QByteArray hash = m_columns.hash < 0 ? QByteArray() : m_statement.bytes(m_columns.hash);
    return (m_type.isCounter && hash.isEmpty()) || hash == rowHash(m_type, row);
}

/// One link by itself: whether it is in its place, only walking the chain tells.
bool RowReader::isAsSealed(const Row &row) const
{
    const auto *sequence = std::get_if<qint64>(&row.at(0));
    const auto *event = std::get_if<QString>(&row.at(1));
    const QByteArray previous = m_statement.bytes(m_columns.previous);
    return sequence && event
        && security::sealEvent({*sequence - 1, previous}, event->toUtf8()).hash
        == m_statement.bytes(m_columns.link);
}

Result<Row> RowReader::read() const
{
    TRY(auto row, readChanged());
    if (m_columns.link >= 0)
        return isAsSealed(row) ? Result<Row>(std::move(row)) : linkDiffers(row);
    if (!isAsWritten(row))
        return hashDiffers(m_type, row);
    return row;
}

Result<Row> RowReader::readChanged() const
{
    Row row;
    row.reserve(m_columns.fields.size());
    for (std::size_t i = 0; i < m_columns.fields.size(); ++i) {
        const auto &field = m_type.fields[i];
        auto value = m_statement.value(m_columns.fields[i], field.kind);
        if (!value)
            return badValue(field.name);
        row.push_back(*std::move(value));
    }
    return row;
}

} // namespace simiao::storage
