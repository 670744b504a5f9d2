#pragma once

#include <QStyledItemDelegate>

namespace simiao::ui {

/// What a queue model offers beside the name (Qt::DisplayRole).
enum QueueRole {
    QueueNumberRole = Qt::UserRole + 1, ///< QString, "12"
    QueueTimeRole,                      ///< QString, appointment time or what is waited for
    QueueChipRole,                      ///< QString, "return"; empty: none
    QueueSeverityRole,                  ///< int of Severity, for the chip
    QueueSectionRole,                   ///< bool: a heading between groups, with its own line above and below
    QueueStruckRole,                    ///< bool: it no longer holds, and is struck out
};

/// A row of a queue: number right-aligned in digits of equal width, name, chip, time. When narrow the
/// chip goes before the time and the name is elided last.
class QueueDelegate : public QStyledItemDelegate
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
