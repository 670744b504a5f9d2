#include "ui/widgets/table_delegate.h"

#include "ui/theme/severity.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/chips.h"

#include <QPainter>

#include <algorithm>

namespace simiao::ui {

namespace {

constexpr int kMargin = 8;
constexpr int kRowExtra = 2;

QFont cellFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isStrong = index.data(TableSeverityRole).isValid() || option.font.bold();
    auto font = SimiaoStyle::font(isStrong ? Type::Strong : Type::Base, option.widget);
    font.setStrikeOut(option.font.strikeOut());
    return font;
}

QColor cellInk(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto &colours = SimiaoStyle::tokens(option.widget).colours;
    const auto severity = index.data(TableSeverityRole);
    if (!option.state.testFlag(QStyle::State_Enabled))
        return colours.disabled;
    if (severity.isValid())
        return severityColour(Severity(severity.toInt()), colours);
    return index.data(TableSecondaryRole).toBool() ? colours.secondary : colours.text;
}

void paintBadgeCell(QPainter &painter,
                    const QStyleOptionViewItem &option,
                    const QString &text,
                    Severity severity)
{
    const auto font = SimiaoStyle::font(Type::Small, option.widget);
    const auto room = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    QRect badge({}, chips::badgeSize(font, text, false).boundedTo(room.size()));
    badge.moveCenter(room.center());
    badge.moveLeft(room.left());
    chips::paintBadge(painter, badge, font, text, severity, false, SimiaoStyle::tokens(option.widget));
}

void paintUnit(QPainter &painter, const QStyleOptionViewItem &option, QRect &room, const QString &unit)
{
    painter.setFont(SimiaoStyle::font(Type::Secondary, option.widget));
    painter.setPen(SimiaoStyle::tokens(option.widget).colours.secondary);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, unit);
    room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(unit) - kMargin / 2);
}

void paintText(QPainter &painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index,
               const QString &text)
{
    auto room = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    if (const auto unit = index.data(TableUnitRole).toString(); !unit.isEmpty())
        paintUnit(painter, option, room, unit);
    painter.setFont(cellFont(option, index));
    painter.setPen(cellInk(option, index));
    if (option.displayAlignment.testFlag(Qt::AlignRight)
        && tabularWidth(painter.font(), text) <= room.width())
        drawTabular(painter, room, text); // a number that does not fit is elided below, never cut
    else
        painter.drawText(room,
                         static_cast<int>(option.displayAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace

void TableDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    painter->save();
    cell.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    painter->fillRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1,
                      SimiaoStyle::tokens(cell.widget).colours.line);
    const auto badge = index.data(TableBadgeRole);
    if (badge.isValid() && !cell.text.isEmpty())
        paintBadgeCell(*painter, cell, cell.text, Severity(badge.toInt()));
    else
        paintText(*painter, cell, index, cell.text);
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto font = cellFont(option, index);
    const auto text = index.data(Qt::DisplayRole).toString();
    const int words = QFontMetrics(font).horizontalAdvance(text) + 1; // letters are not as wide as each alone
    int width = std::max(tabularWidth(font, text), words) + 2 * kMargin;
    if (const auto unit = index.data(TableUnitRole).toString(); !unit.isEmpty())
        width += QFontMetrics(font).horizontalAdvance(unit) + kMargin / 2;
    return {width, SimiaoStyle::tokens(option.widget).rhythm.row + kRowExtra};
}

} // namespace simiao::ui
