#include "imaging/views/search_parts.h"

#include "sdk/desk.h"
#include "ui/widgets/table_delegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Search)
};

} // namespace

QLineEdit *searchField(const QString &name, int longest, const QString &text)
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(name);
    edit->setMaxLength(longest);
    return edit;
}

QPushButton *searchButton(const QString &name)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

QTableView *answerTable(const QString &name, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setItemDelegate(new ui::TableDelegate(table));
    table->setModel(model);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

std::optional<ui::ViewState> unanswered(const ServerSearch &search, const QString &server)
{
    if (search.isAsking())
        return ui::ViewState::loading(-1, Words::tr("Asking %1…").arg(server));
    if (search.error() && search.error()->kind == ErrorKind::Cancelled)
        return ui::ViewState::empty(Words::tr("You stopped it"), Words::tr("Search again when you like."));
    if (search.error())
        return ui::ViewState::error(sdk::errorText(*search.error()), {}, Words::tr("Try again"), false);
    return std::nullopt;
}

SearchKey searchKey(const QEvent *event, bool isInList, bool hasRows)
{
    if (event->type() != QEvent::KeyPress)
        return SearchKey::None;
    const int key = static_cast<const QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        return isInList ? SearchKey::Act : SearchKey::Ask;
    return key == Qt::Key_Down && !isInList && hasRows ? SearchKey::ToList : SearchKey::None;
}

} // namespace simiao::viewer
