#include "domain/base/partial_date_time.h"

#include <QRegularExpression>

namespace simiao {

namespace {

/// Whether `text` is a year, a month or a day that exists.
bool isPartOfADate(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{4}(-\\d\\d(-\\d\\d)?)?$"));
    static const QString firstDay = QStringLiteral("0000-01-01");
    return shape.match(text).hasMatch() && Date::parse(text + firstDay.mid(text.size()));
}

} // namespace

Result<PartialDateTime> PartialDateTime::parse(const QString &text)
{
    if (const auto instant = Instant::parse(text))
        return PartialDateTime(*instant);
    if (!isPartOfADate(text))
        return Error{ErrorKind::Invalid, QStringLiteral("core.date-malformed")};
    PartialDateTime partial;
    partial.m_iso = text;
    return partial;
}

std::optional<Instant> PartialDateTime::instant() const
{
    const auto instant = Instant::parse(m_iso);
    return instant ? std::optional(*instant) : std::nullopt;
}

} // namespace simiao
