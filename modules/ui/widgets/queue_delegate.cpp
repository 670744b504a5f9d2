#include "ui/widgets/queue_delegate.h"

#include "ui/theme/severity.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/fit_parts.h"

#include <QPainter>

namespace simiao::ui {

namespace {

constexpr int kNumberRight = 40; // px from the left edge
constexpr int kGap = 8;
constexpr int kStrike = 2;
constexpr int kStrikeBeyond = 5;
constexpr int kRowExtra = 2; // people are aimed at more often than lines of text

void paintSection(QPainter &painter, const QStyleOptionViewItem &option, const QString &title)
{
    const auto &tokens = SimiaoStyle::tokens(option.widget);
    const auto &box = option.rect;
    painter.fillRect(box, tokens.colours.header);
    painter.fillRect(box.left(), box.top(), box.width(), 1, tokens.colours.line);
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, tokens.colours.line);
    painter.setFont(SimiaoStyle::font(Type::Strong, option.widget));
    painter.setPen(tokens.colours.secondary);
    painter.drawText(box.adjusted(kGap + 2, 0, -kGap, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, box.width() - 2 * kGap));
}

void paintPerson(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto &tokens = SimiaoStyle::tokens(option.widget);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    const bool isStruck = index.data(QueueStruckRole).toBool();
    const auto nameFont = SimiaoStyle::font(isCurrent ? Type::Strong : Type::Base, option.widget);
    const auto timeFont = SimiaoStyle::font(Type::Secondary, option.widget);
    const auto chipFont = SimiaoStyle::font(Type::Small, option.widget);
    const auto name = index.data(Qt::DisplayRole).toString();
    const auto time = index.data(QueueTimeRole).toString();
    const auto chip = index.data(QueueChipRole).toString();
    const int nameWidth = QFontMetrics(nameFont).horizontalAdvance(name) + 1;
    const int timeWidth = time.isEmpty() ? 0 : tabularWidth(timeFont, time) + 1;
    const auto chipSize = chip.isEmpty() ? QSize() : chips::badgeSize(chipFont, chip, false);

    const auto &box = option.rect;
    const auto room = box.adjusted(kNumberRight + kGap, 0, -kGap - 2, 0);
    const auto widths =
        fitParts({{nameWidth, kGap * 4, 2, true}, {std::max(0, chipSize.width()), 24, 0}, {timeWidth, 30, 1}},
                 kGap, room.width());

    painter.setPen(tokens.colours.secondary);
    painter.setFont(SimiaoStyle::font(Type::Base, option.widget));
    drawTabular(painter, QRect(box.left(), box.top(), kNumberRight, box.height()),
                index.data(QueueNumberRole).toString());
    painter.setFont(nameFont);
    painter.setPen(isStruck ? tokens.colours.secondary : tokens.colours.text);
    painter.drawText(QRect(room.left(), room.top(), widths[0], room.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, widths[0]));
    if (isStruck) // longer than the name: a font's own line is lost between the strokes of Han characters
        painter.fillRect(room.left() - kStrikeBeyond, room.center().y(), widths[0] + 2 * kStrikeBeyond,
                         kStrike, tokens.colours.secondary);
    painter.setFont(timeFont);
    painter.setPen(tokens.colours.secondary);
    drawTabular(painter, QRect(room.right() + 1 - widths[2], room.top(), widths[2], room.height()),
                QFontMetrics(timeFont).elidedText(time, Qt::ElideRight, widths[2]));
    if (widths[1] > 0) {
        QRect badge(0, 0, widths[1], chipSize.height());
        badge.moveCenter(room.center());
        badge.moveRight(room.right() - widths[2] - kGap);
        chips::paintBadge(painter, badge, chipFont, chip, Severity(index.data(QueueSeverityRole).toInt()),
                          false, tokens);
    }
}

} // namespace

void QueueDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    if (index.data(QueueSectionRole).toBool()) {
        paintSection(*painter, option, index.data(Qt::DisplayRole).toString());
    } else {
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        paintPerson(*painter, option, index);
    }
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kNumberRight, SimiaoStyle::tokens(option.widget).rhythm.row + kRowExtra};
}

} // namespace simiao::ui
