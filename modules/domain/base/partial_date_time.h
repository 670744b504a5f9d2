#pragma once

#include "domain/base/field_codec.h"

namespace simiao {

/// FHIR dateTime: a year, a month, a day or an instant; as precise as it was said and no more.
/// Its text sorts by time: 2015 < 2015-03 < 2015-03-02 < 2015-03-02T01:30:00.000000Z.
class PartialDateTime
{
public:
    PartialDateTime() = default;
    PartialDateTime(Instant instant)
        : m_iso(instant.toIso())
    {
    }

    /// YYYY, YYYY-MM, YYYY-MM-DD, or RFC 3339 with any offset; `core.date-malformed` otherwise.
    static Result<PartialDateTime> parse(const QString &text);

    bool operator==(const PartialDateTime &) const = default;

    /// As it was said; an instant in UTC with six decimals.
    const QString &toIso() const { return m_iso; }
    /// The point in time, when it was said that precisely.
    std::optional<Instant> instant() const;

private:
    QString m_iso;
};

template <>
struct FieldCodec<PartialDateTime>
{
    static constexpr auto kind = StorageKind::Text;
    static Scalar write(const PartialDateTime &value) { return value.toIso(); }
    static Result<PartialDateTime> read(const Scalar &value)
    {
        TRY(const auto iso, detail::stored<QString>(value));
        return PartialDateTime::parse(iso);
    }
};

} // namespace simiao
