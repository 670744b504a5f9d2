#include "core/date.h"

namespace simiao {

Result<Date> Date::parse(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid() || text.size() != 10)
        return Error{ErrorKind::Invalid, QStringLiteral("core.date-malformed")};
    return Date{day};
}

Result<Age> ageOn(Date birth, Date today)
{
    if (!birth.isValid() || !today.isValid() || today < birth)
        return Error{ErrorKind::Invalid, QStringLiteral("core.date-order")};
    int months = (today.day.year() - birth.day.year()) * 12 + today.day.month() - birth.day.month();
    if (birth.day.addMonths(months) > today.day)
        --months;
    const int days = int(birth.day.addMonths(months).daysTo(today.day));
    return Age{months / 12, months % 12, days};
}

} // namespace simiao
