#include "pharmacy/views/tables.h"

#include "ui/widgets/table_delegate.h"

#include <QHeaderView>
#include <QTableView>

namespace simiao::pharmacy {

namespace {

constexpr int kNumberWidth = 36;

} // namespace

QTableView *readingTable(QAbstractItemModel *model, const QString &name, std::initializer_list<int> widths)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setFocusPolicy(Qt::NoFocus);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setItemDelegate(new ui::TableDelegate(table));
    table->setModel(model);
    table->verticalHeader()->hide();
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(kNumberWidth);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->resizeSection(0, kNumberWidth);
    int column = 1;
    for (const int width : widths) {
        if (width == 0)
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header->resizeSection(column, width);
        ++column;
    }
    return table;
}

void fitToRows(QTableView *table, int maximumRows)
{
    const int rows = std::min(table->model()->rowCount(), maximumRows);
    int height = table->horizontalHeader()->sizeHint().height();
    for (int row = 0; row < rows; ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height);
}

} // namespace simiao::pharmacy
