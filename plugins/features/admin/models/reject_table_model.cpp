#include "admin/models/reject_table_model.h"

#include "admin/models/csv.h"
#include "admin/models/words.h"
#include "sdk/desk.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

QVariant RejectTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &reject = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(reject, column);
    case Qt::ToolTipRole: return Words::toolTip(text(reject, column));
    case Qt::TextAlignmentRole: return alignmentOf(column);
    case kSortRole: return column == Row ? QVariant(reject.row) : QVariant(text(reject, column));
    default: return {};
    }
}

QString RejectTableModel::heading(int column) const
{
    switch (column) {
    case Row: return tr("Row");
    case Name: return tr("Column");
    case Found: return tr("What stands there");
    case Reason: return tr("Why it is rejected");
    default: return {};
    }
}

Qt::Alignment RejectTableModel::alignment(int column) const
{
    return column == Row ? Qt::AlignRight : Qt::AlignLeft;
}

QByteArray RejectTableModel::csv() const
{
    QStringList headings;
    for (int column = 0; column < ColumnCount; ++column)
        headings.append(heading(column));
    QByteArray lines = csvRow(headings);
    for (const auto &reject : rows()) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(text(reject, column));
        lines += csvRow(cells);
    }
    return lines;
}

QString RejectTableModel::text(const Reject &reject, int column) const
{
    switch (column) {
    case Row: return QString::number(reject.row);
    case Name: return reject.column;
    case Found: return reject.found;
    case Reason: return sdk::errorText(reject.reason);
    default: return {};
    }
}

} // namespace simiao::admin
