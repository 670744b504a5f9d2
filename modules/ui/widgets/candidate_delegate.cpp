#include "ui/widgets/candidate_delegate.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/candidate_model.h"
#include "ui/widgets/fit_parts.h"

#include <QPainter>

namespace simiao::ui {

namespace {

constexpr int kGap = 12;

void drawElided(QPainter &painter, const QRect &box, int alignment, const QString &text)
{
    painter.drawText(box, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

} // namespace

void CandidateDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto &tokens = SimiaoStyle::tokens(option.widget);
    const QString texts[] = {index.data(Qt::DisplayRole).toString(),
                             index.data(CandidateModel::SecondaryRole).toString(),
                             index.data(CandidateModel::RightRole).toString()};
    const QFont fonts[] = {SimiaoStyle::font(Type::Base, option.widget),
                           SimiaoStyle::font(Type::Base, option.widget),
                           SimiaoStyle::font(Type::Secondary, option.widget)};
    const auto width = [&](std::size_t i) { return QFontMetrics(fonts[i]).horizontalAdvance(texts[i]) + 1; };
    const auto room = option.rect.adjusted(kGap - 1, 0, 1 - kGap, 0);
    const auto widths =
        fitParts({{width(0), 60, 2, true}, {width(1), 30, 1}, {width(2), 60, 0}}, kGap, room.width());

    painter->save();
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->setFont(fonts[0]);
    painter->setPen(tokens.colours.text);
    drawElided(*painter, QRect(room.left(), room.top(), widths[0], room.height()), Qt::AlignLeft, texts[0]);
    painter->setPen(tokens.colours.secondary);
    drawElided(*painter, QRect(room.left() + widths[0] + kGap, room.top(), widths[1], room.height()),
               Qt::AlignLeft, texts[1]);
    painter->setFont(fonts[2]);
    drawElided(*painter, QRect(room.right() + 1 - widths[2], room.top(), widths[2], room.height()),
               Qt::AlignRight, texts[2]);
    painter->restore();
}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kGap, SimiaoStyle::tokens(option.widget).rhythm.row};
}

} // namespace simiao::ui
