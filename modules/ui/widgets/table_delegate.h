#pragma once

#include <QStyledItemDelegate>

namespace simiao::ui {

/// What a model may offer for a cell of a table beside Qt::DisplayRole.
enum TableRole {
    TableUnitRole = Qt::UserRole + 101, ///< QString after the text, in the secondary colour
    TableBadgeRole,                     ///< int of Severity: the text is shown as a badge
    TableSeverityRole,  ///< int of Severity: the text is bold in its colour (abnormal results)
    TableSecondaryRole, ///< bool: the whole text is secondary
};

/// Cells of orders, results and other tables: a 1 px line under each row instead of a grid, numbers
/// right-aligned in digits of equal width (by Qt::TextAlignmentRole), plain text only.
class TableDelegate : public QStyledItemDelegate
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
