#pragma once

#include <QStyledItemDelegate>

namespace simiao::viewer {

/// Draws a tile of SeriesTiles: the picture, what it is, the date, and a thin bar of what is loaded.
class SeriesTileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kWidth = 152;
    static constexpr int kHeight = 68;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {kWidth, kHeight};
    }
};

} // namespace simiao::viewer
