#include "workflow/exchange/csv_record.h"

#include "core/try.h"

#include <QRegularExpression>

namespace simiao::workflow {

using namespace Qt::StringLiterals;

namespace {

/// Whether all of `text` has this shape. Letters and digits are ASCII.
bool hasShape(const QString &text, const QString &pattern)
{
    const QRegularExpression shape(QRegularExpression::anchoredPattern(pattern));
    return shape.match(text).hasMatch();
}

} // namespace

QStringList CsvRecord::list(const QString &column) const
{
    QStringList parts;
    for (const auto &part : text(column).split(u'|')) {
        if (const QString word = part.trimmed(); !word.isEmpty())
            parts.append(word);
    }
    return parts;
}

Result<QString> CsvRecord::required(const QString &column) const
{
    const QString found = text(column);
    return found.isEmpty() ? Result<QString>(Error{ErrorKind::Invalid, u"import.missing"_s, column}) : found;
}

Result<QString> CsvRecord::code(const QString &column) const
{
    TRY(const auto found, required(column));
    return hasShape(found, u"[A-Za-z0-9._-]{1,32}"_s) ? Result(found) : wrong(u"code"_s, column);
}

Result<int> CsvRecord::number(const QString &column, int least, int most) const
{
    TRY(const auto found, required(column));
    const int value = hasShape(found, u"[0-9]{1,9}"_s) ? found.toInt() : -1;
    return least <= value && value <= most ? Result(value) : wrong(u"number"_s, column);
}

Result<Money> CsvRecord::price(const QString &column) const
{
    TRY(const auto found, required(column));
    const auto price = Money::parseYuan(found);
    const bool isSound = price && Money{} <= *price && *price <= kHighestPrice;
    return isSound ? price : wrong(u"price"_s, column);
}

Result<Date> CsvRecord::date(const QString &column) const
{
    TRY(const auto found, required(column));
    const auto day = Date::parse(found);
    return day ? day : wrong(u"date"_s, column);
}

Result<QTime> CsvRecord::time(const QString &column) const
{
    TRY(const auto found, required(column));
    if (!hasShape(found, u"([01]?[0-9]|2[0-3]):[0-5][0-9]"_s))
        return wrong(u"time"_s, column);
    return QTime(found.section(u':', 0, 0).toInt(), found.section(u':', 1).toInt());
}

Error CsvRecord::wrong(const QString &reason, const QString &column) const
{
    return {ErrorKind::Invalid, u"import."_s + reason, u"%1: %2"_s.arg(column, text(column))};
}

} // namespace simiao::workflow
