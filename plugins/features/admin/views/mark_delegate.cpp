#include "admin/views/mark_delegate.h"

#include "ui/theme/severity.h"
#include "ui/theme/simiao_style.h"

#include <QPainter>

namespace simiao::admin {

void MarkDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    constexpr int kMark = 14;
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const auto &colours = ui::SimiaoStyle::tokens(cell.widget).colours;
    cell.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    painter->fillRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1, colours.line);
    if (cell.text.isEmpty())
        return;
    QRect mark(0, 0, kMark, kMark);
    mark.moveCenter(cell.rect.center());
    ui::paintSeverityGlyph(*painter, mark, ui::Severity::Ok, colours.ok);
}

} // namespace simiao::admin
