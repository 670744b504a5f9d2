#include "ui/theme/paint.h"

#include "ui/theme/colours.h"

#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

namespace simiao::ui::paint {

namespace {

constexpr int kRowHoverPercent = 4;
constexpr int kTabLine = 2;
constexpr int kProgressHeight = 6;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool isVertical(const QTabBar::Shape shape)
{
    return shape == QTabBar::RoundedWest || shape == QTabBar::RoundedEast || shape == QTabBar::TriangularWest
        || shape == QTabBar::TriangularEast;
}

} // namespace

void row(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens, bool isFirst)
{
    const auto &colours = tokens.colours;
    if (has(option, QStyle::State_Selected)) {
        painter.fillRect(option.rect, mixed(colours.accent, colours.panel, tokens.rhythm.selectionPercent));
        if (isFirst) {
            auto bar = option.rect;
            bar.setWidth(tokens.rhythm.selectionBar);
            if (option.direction == Qt::RightToLeft)
                bar.moveRight(option.rect.right());
            painter.fillRect(bar, colours.accent);
        }
    } else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled)) {
        painter.fillRect(option.rect, mixed(colours.accent, colours.panel, kRowHoverPercent));
    }
}

void headerSection(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    painter.fillRect(option.rect, tokens.colours.header);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     tokens.colours.line);
}

void tab(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    const auto *tabOption = qstyleoption_cast<const QStyleOptionTab *>(&option);
    if (!tabOption)
        return;
    const auto &colours = tokens.colours;
    if (has(option, QStyle::State_MouseOver) && !has(option, QStyle::State_Selected))
        painter.fillRect(option.rect, mixed(colours.text, colours.header, kRowHoverPercent));
    if (has(option, QStyle::State_Selected)) {
        auto line = option.rect;
        if (isVertical(tabOption->shape))
            line.setWidth(kTabLine);
        else
            line.setTop(line.bottom() - kTabLine + 1);
        painter.fillRect(line, colours.accent);
    }
}

void splitterLine(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    const auto centre = option.rect.center();
    const bool isUpright = has(option, QStyle::State_Horizontal);
    const bool isActive = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const QRect line = isUpright ? QRect(centre.x(), option.rect.top(), 1, option.rect.height())
                                 : QRect(option.rect.left(), centre.y(), option.rect.width(), 1);
    painter.fillRect(line, isActive ? tokens.colours.accent : tokens.colours.line);
}

void scrollSlider(QPainter &painter, const QRect &rect, const ThemeTokens &tokens, bool isActive)
{
    constexpr double kInset = 2.0;
    const auto thumb = QRectF(rect).adjusted(kInset, kInset, -kInset, -kInset);
    const auto &colours = tokens.colours;
    const auto ink = isActive ? colours.secondary : mixed(colours.secondary, colours.panel, 45);
    box(painter, thumb, ink, {}, std::min(thumb.width(), thumb.height()) / 2.0);
}

void progress(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar)
        return;
    const auto &colours = tokens.colours;
    auto groove = QRectF(option.rect);
    if (bar->textVisible && !bar->text.isEmpty()) {
        const int room = option.fontMetrics.horizontalAdvance(bar->text);
        painter.setPen(colours.secondary);
        painter.drawText(option.rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, bar->text);
        groove.setRight(groove.right() - room - tokens.rhythm.gap);
    }
    const auto centre = groove.center();
    groove.setHeight(kProgressHeight);
    groove.moveCenter(centre);
    box(painter, groove, colours.line, {}, kProgressHeight / 2.0);
    const double span = std::max(1.0, double(bar->maximum) - bar->minimum);
    groove.setWidth(groove.width() * std::clamp((double(bar->progress) - bar->minimum) / span, 0.0, 1.0));
    box(painter, groove, colours.accent, {}, kProgressHeight / 2.0);
}

} // namespace simiao::ui::paint
