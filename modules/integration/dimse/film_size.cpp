#include "integration/dimse/film_size.h"

#include <QRegularExpression>

namespace simiao::dimse {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kMmPerCm = 10;

/// "8_5" is eight and a half: a code string has no point.
double lengthMm(QString number, const QString &unit)
{
    return number.replace(u'_', u'.').toDouble() * (unit == QLatin1String("IN") ? kMmPerInch : kMmPerCm);
}

} // namespace

QSizeF filmMm(const QString &filmSizeId)
{
    if (filmSizeId == QLatin1String("A4"))
        return {210, 297};
    if (filmSizeId == QLatin1String("A3"))
        return {297, 420};
    static const QRegularExpression shape(
        QStringLiteral(R"(^(\d{1,2}(?:_\d)?)(IN|CM)X(\d{1,2}(?:_\d)?)(IN|CM)$)"));
    const auto found = shape.match(filmSizeId);
    if (!found.hasMatch())
        return {};
    const QSizeF size(lengthMm(found.captured(1), found.captured(2)),
                      lengthMm(found.captured(3), found.captured(4)));
    return size.width() > size.height() ? size.transposed() : size;
}

} // namespace simiao::dimse
