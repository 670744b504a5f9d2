#include "ui/theme/type.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace simiao::ui {

namespace {

QStringList installed(const QStringList &preferred, QFontDatabase::SystemFont fallback)
{
    QStringList families;
    std::copy_if(preferred.begin(), preferred.end(), std::back_inserter(families),
                 [](const QString &family) { return QFontDatabase::hasFamily(family); });
    families.append(QFontDatabase::systemFont(fallback).families());
    return families;
}

QFont fontOf(const QStringList &families, int pixelSize, bool isBold)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixelSize);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    font.setStyleHint(QFont::SansSerif);
    return font;
}

int digitWidth(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

bool isTabular(const QFontMetrics &metrics)
{
    const int first = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit) {
        if (metrics.horizontalAdvance(QLatin1Char(digit)) != first)
            return false;
    }
    return true;
}

int advance(const QFontMetrics &metrics, QChar unit)
{
    return unit >= u'0' && unit <= u'9' ? digitWidth(metrics) : metrics.horizontalAdvance(unit);
}

} // namespace

QFont themeFont(Type type, const ThemeTokens &tokens)
{
    const auto text = [&tokens] { return installed(tokens.fonts.text, QFontDatabase::GeneralFont); };
    switch (type) {
    case Type::Base: return fontOf(text(), tokens.type.base, false);
    case Type::Strong: return fontOf(text(), tokens.type.base, true);
    case Type::Secondary: return fontOf(text(), tokens.type.secondary, false);
    case Type::Small: return fontOf(text(), tokens.type.small, false);
    case Type::PatientName: return fontOf(text(), tokens.type.patientName, true);
    case Type::Code:
        return fontOf(installed(tokens.fonts.code, QFontDatabase::FixedFont), tokens.type.small, false);
    }
    return {};
}

int tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    if (isTabular(metrics))
        return metrics.horizontalAdvance(text);
    int width = 0;
    for (const QChar unit : text)
        width += advance(metrics, unit);
    return width;
}

void drawTabular(QPainter &painter, const QRect &box, const QString &text)
{
    const QFontMetrics metrics(painter.font());
    if (isTabular(metrics)) {
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
        return;
    }
    int x = box.right() + 1 - tabularWidth(painter.font(), text);
    for (const QChar unit : text) {
        const int width = advance(metrics, unit);
        painter.drawText(QRect(x, box.top(), width, box.height()), Qt::AlignCenter | Qt::TextSingleLine,
                         unit);
        x += width;
    }
}

} // namespace simiao::ui
