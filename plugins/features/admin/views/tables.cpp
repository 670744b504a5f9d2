#include "admin/views/tables.h"

#include "admin/views/badge_delegate.h"

#include <QHeaderView>
#include <QTableView>

namespace simiao::admin {

namespace {

constexpr int kLeastWidth = 36;

/// Qt makes the first cell current when a table gets the focus, and chooses nothing; here what is current is chosen.
void chooseWhatIsCurrent(QTableView *table)
{
    QObject::connect(table->selectionModel(), &QItemSelectionModel::currentChanged, table,
                     [table](const QModelIndex &index) {
                         const bool isByRow = table->selectionBehavior() == QAbstractItemView::SelectRows;
                         table->selectionModel()->select(index,
                                                         isByRow ? QItemSelectionModel::ClearAndSelect
                                                                 | QItemSelectionModel::Rows
                                                                 : QItemSelectionModel::ClearAndSelect);
                     });
}

} // namespace

QTableView *rowTable(QAbstractItemModel *model, const QString &name, std::initializer_list<int> widths)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setWordWrap(false);
    table->setItemDelegate(new BadgeDelegate(table));
    table->setModel(model);
    chooseWhatIsCurrent(table);
    table->verticalHeader()->hide();
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(kLeastWidth);
    int column = 0;
    for (const int width : widths) {
        if (width == 0)
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header->resizeSection(column, width);
        ++column;
    }
    return table;
}

void enterTable(QTableView *table)
{
    table->setFocus(Qt::ShortcutFocusReason);
    if (!table->currentIndex().isValid() && table->model()->rowCount() > 0)
        table->setCurrentIndex(table->model()->index(0, 0));
}

} // namespace simiao::admin
