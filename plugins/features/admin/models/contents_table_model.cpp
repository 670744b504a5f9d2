#include "admin/models/contents_table_model.h"

#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

ContentsTableModel::ContentsTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

QVariant ContentsTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &contents = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(contents, index.column());
    case Qt::ToolTipRole:
        return index.column() == Hash ? QString::fromLatin1(contents.hash.toHex()) : QString();
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case ui::TableSecondaryRole: return index.column() == Hash;
    default: return {};
    }
}

QString ContentsTableModel::heading(int column) const
{
    switch (column) {
    case Table: return tr("Table");
    case Rows: return tr("Rows");
    case Hash: return tr("Proof (SHA-256)");
    default: return {};
    }
}

Qt::Alignment ContentsTableModel::alignment(int column) const
{
    return column == Rows ? Qt::AlignRight : Qt::AlignLeft;
}

QString ContentsTableModel::text(const workflow::TableContents &contents, int column) const
{
    constexpr int kPrefix = 12; // enough to compare by eye
    switch (column) {
    case Table: return contents.table;
    case Rows: return m_desk->locale().toString(contents.rows);
    case Hash: return QString::fromLatin1(contents.hash.toHex().left(kPrefix));
    default: return {};
    }
}

} // namespace simiao::admin
