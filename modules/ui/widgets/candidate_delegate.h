#pragma once

#include <QStyledItemDelegate>

namespace simiao::ui {

/// Paints a candidate: primary text, secondary text behind it, the rest at the right. The right text
/// gives way first, then the secondary.
class CandidateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace simiao::ui
