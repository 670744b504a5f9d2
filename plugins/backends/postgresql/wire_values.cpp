#include "wire_values.h"

#include "core/date.h"

#include <QtEndian>

#include <optional>

namespace simiao::postgresql {

namespace {

// pg_type.dat
enum Type : TypeId {
    Bool = 16,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    DateType = 1082,
    TimestampTz = 1184,
};

// Timestamps count microseconds from 2000-01-01, dates days.
constexpr qint64 kEpochMicroseconds = 946'684'800LL * 1'000'000;
const QDate kEpochDay(2000, 1, 1);

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(qsizetype(sizeof number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

template <typename Number>
std::optional<Number> numberIn(QByteArrayView bytes)
{
    if (bytes.size() != qsizetype(sizeof(Number)))
        return std::nullopt;
    return qFromBigEndian<Number>(bytes.data());
}

/// Nothing where the type takes its text.
std::optional<QByteArray> binaryOf(qint64 number, TypeId type)
{
    switch (type) {
    case Bool: return QByteArray(1, char(number != 0));
    case Int2: return bigEndian(qint16(number));
    case Int4: return bigEndian(qint32(number));
    case Int8: return bigEndian(number);
    case TimestampTz: return bigEndian(number - kEpochMicroseconds);
    default: return std::nullopt;
    }
}

std::optional<qint64> wholeNumber(TypeId type, QByteArrayView bytes)
{
    const auto widened = [](auto number) { return number ? std::optional<qint64>(*number) : std::nullopt; };
    switch (type) {
    case Bool: return bytes.size() == 1 ? std::optional<qint64>(bytes.front() != 0) : std::nullopt;
    case Int2: return widened(numberIn<qint16>(bytes));
    case Int4: return widened(numberIn<qint32>(bytes));
    case Int8: return numberIn<qint64>(bytes);
    case TimestampTz: {
        const auto since2000 = numberIn<qint64>(bytes);
        return since2000 ? std::optional<qint64>(*since2000 + kEpochMicroseconds) : std::nullopt;
    }
    default: return std::nullopt;
    }
}

Result<Scalar> textOf(TypeId type, QByteArrayView bytes)
{
    if (type != DateType)
        return Scalar{QString::fromUtf8(bytes)};
    const auto days = numberIn<qint32>(bytes);
    return days ? Result<Scalar>(Scalar{Date{kEpochDay.addDays(*days)}.toIso()}) : badValue({});
}

} // namespace

Result<void> WireValues::bind(std::span<const Scalar *const> values, std::span<const TypeId> types)
{
    if (values.size() != types.size())
        return Error{ErrorKind::Internal, QStringLiteral("storage.parameter-missing")};
    m_bytes.assign(values.size(), {});
    m_pointers.assign(values.size(), nullptr);
    m_lengths.assign(values.size(), 0);
    m_formats.assign(values.size(), 0);
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (std::holds_alternative<std::monostate>(*values[at]))
            continue;
        if (const auto *number = std::get_if<qint64>(values[at])) {
            const auto binary = binaryOf(*number, types[at]);
            m_bytes[at] = binary ? *binary : QByteArray::number(*number);
            m_formats[at] = binary.has_value();
        } else if (const auto *text = std::get_if<QString>(values[at])) {
            m_bytes[at] = text->toUtf8();
        } else {
            m_bytes[at] = std::get<QByteArray>(*values[at]); // a uuid or a hash: both travel as they are
            m_formats[at] = 1;
        }
        m_pointers[at] = m_bytes[at].isNull() ? "" : m_bytes[at].constData();
        m_lengths[at] = int(m_bytes[at].size());
    }
    return ok();
}

Result<Scalar> scalarOf(StorageKind kind, TypeId type, QByteArrayView bytes)
{
    if (bytes.isNull())
        return Scalar{};
    switch (kind) {
    case StorageKind::Id: return Scalar{bytes.toByteArray()};
    case StorageKind::Integer:
    case StorageKind::Boolean:
    case StorageKind::Money:
    case StorageKind::Instant: {
        const auto number = wholeNumber(type, bytes);
        return number ? Result<Scalar>(Scalar{*number}) : badValue({});
    }
    case StorageKind::Text:
    case StorageKind::Code:
    case StorageKind::Decimal:
    case StorageKind::Date:
    case StorageKind::Document: return textOf(type, bytes);
    }
    return badValue({});
}

qint64 integerOf(TypeId type, QByteArrayView bytes)
{
    return wholeNumber(type, bytes).value_or(0);
}

} // namespace simiao::postgresql
