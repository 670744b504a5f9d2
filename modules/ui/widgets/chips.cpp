#include "ui/widgets/chips.h"

#include "ui/theme/colours.h"
#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QPainter>

namespace simiao::ui::chips {

namespace {

constexpr int kKeyMargin = 5;
constexpr int kBadgeMargin = 6;
constexpr int kGlyphGap = 5;

/// The glyph is a little smaller than the text is high.
int glyphExtent(const QFontMetrics &metrics)
{
    return metrics.capHeight() + 3;
}

} // namespace

QSize keySize(const QFont &font, const QString &key)
{
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 2;
    return {std::max(height, metrics.horizontalAdvance(key) + 2 * kKeyMargin), height};
}

void paintKey(QPainter &painter,
              const QRect &rect,
              const QFont &font,
              const QString &key,
              const QColor &ink,
              const QColor &ground)
{
    paint::box(painter, rect, {}, mixed(ink, ground, 35), 3);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, key);
}

QSize badgeSize(const QFont &font, const QString &text, bool hasGlyph)
{
    const QFontMetrics metrics(font);
    const int glyph = hasGlyph ? glyphExtent(metrics) + kGlyphGap : 0;
    return {metrics.horizontalAdvance(text) + glyph + 2 * kBadgeMargin, metrics.height() + 2};
}

void paintBadge(QPainter &painter,
                const QRect &rect,
                const QFont &font,
                const QString &text,
                Severity severity,
                bool hasGlyph,
                const ThemeTokens &tokens)
{
    const QFontMetrics metrics(font);
    const auto ink = severityColour(severity, tokens.colours);
    paint::box(painter, rect, severityGround(severity, tokens), {}, tokens.rhythm.radius);
    auto words = rect.adjusted(kBadgeMargin, 0, -kBadgeMargin, 0);
    if (hasGlyph) {
        const int extent = glyphExtent(metrics);
        QRectF glyph(0, 0, extent, extent);
        glyph.moveCenter(QPointF(words.left() + extent / 2.0, rect.top() + rect.height() / 2.0));
        paintSeverityGlyph(painter, glyph, severity, ink);
        words.setLeft(words.left() + extent + kGlyphGap);
    }
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, words.width() + 1));
}

} // namespace simiao::ui::chips
