#include "core/id.h"

#include "core/clock.h"
#include "core/rng.h"

#include <QLatin1StringView>
#include <QUuid>

#include <algorithm>

namespace simiao {

namespace {

/// QUuid's answer to what is none, too.
constexpr QLatin1StringView kNull("00000000-0000-0000-0000-000000000000");

Error malformed()
{
    return {ErrorKind::Invalid, QStringLiteral("core.uuid-malformed")};
}

} // namespace

QByteArray Uuid::toLatin1() const
{
    constexpr char kDigits[] = "0123456789abcdef";
    char text[] = "00000000-0000-0000-0000-000000000000";
    char *at = text;
    for (const auto byte : bytes) {
        if (*at == '-')
            ++at;
        *at++ = kDigits[byte >> 4];
        *at++ = kDigits[byte & 0x0f];
    }
    return {text, sizeof text - 1};
}

QString Uuid::toString() const
{
    return QString::fromLatin1(toLatin1());
}

QByteArray Uuid::toBytes() const
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

Result<Uuid> Uuid::parse(const QString &text)
{
    const QUuid parsed = QUuid::fromString(text);
    if (text.size() != kNull.size() || (parsed.isNull() && text != kNull))
        return malformed();
    return fromBytes(parsed.toRfc4122());
}

Result<Uuid> Uuid::fromBytes(const QByteArray &raw)
{
    if (raw.size() != 16)
        return malformed();
    Uuid id;
    std::ranges::copy(raw, reinterpret_cast<char *>(id.bytes.data()));
    return id;
}

std::optional<Instant> Uuid::time() const
{
    if ((bytes[6] >> 4) != 7)
        return std::nullopt;
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i)
        milliseconds = milliseconds << 8 | bytes[i];
    return Instant{milliseconds * 1000};
}

Uuid Uuid::v7(const Clock &clock, Rng &rng)
{
    Uuid id;
    rng.fill(id.bytes);
    const auto tick = clock.nextIdTick();
    for (std::size_t i = 0; i < 6; ++i)
        id.bytes[i] = std::uint8_t(tick >> (52 - 8 * i));
    id.bytes[6] = std::uint8_t(0x70 | ((tick >> 8) & 0x0f));
    id.bytes[7] = std::uint8_t(tick);
    id.bytes[8] = std::uint8_t(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

} // namespace simiao
