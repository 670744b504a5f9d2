#include "admin/views/badge_delegate.h"

#include "ui/theme/severity.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/chips.h"

#include <QPainter>

namespace simiao::admin {

namespace {

constexpr int kMargin = 8;

void paintBadge(QPainter &painter, const QStyleOptionViewItem &cell, ui::Severity severity)
{
    const auto font = ui::SimiaoStyle::font(ui::Type::Small, cell.widget);
    const bool hasGlyph = severity != ui::Severity::Neutral;
    const auto room = cell.rect.adjusted(kMargin, 0, -kMargin, 0);
    QRect badge({}, ui::chips::badgeSize(font, cell.text, hasGlyph).boundedTo(room.size()));
    badge.moveCenter(room.center());
    badge.moveLeft(room.left());
    ui::chips::paintBadge(painter, badge, font, cell.text, severity, hasGlyph,
                          ui::SimiaoStyle::tokens(cell.widget));
}

} // namespace

void BadgeDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto severity = index.data(ui::TableBadgeRole);
    if (!severity.isValid() || index.data(Qt::DisplayRole).toString().isEmpty())
        return TableDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    painter->save();
    cell.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    painter->fillRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1,
                      ui::SimiaoStyle::tokens(cell.widget).colours.line);
    paintBadge(*painter, cell, ui::Severity(severity.toInt()));
    painter->restore();
}

} // namespace simiao::admin
