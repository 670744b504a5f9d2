#include "outpatient/views/work_list.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/state_view.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::outpatient {

namespace {

constexpr int kMostLines = 3; // the queue keeps most of the column

} // namespace

WorkList::WorkList(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_header(new ui::PanelHeader({}))
    , m_list(new QListWidget)
    , m_state(new ui::StateView(m_list))
{
    m_list->setObjectName(name);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    m_header->setKeyTrailing(true);
    setFocusProxy(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state);
    connect(m_list, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem *item) { Q_EMIT chosen(m_list->row(item)); });
    hide();
}

void WorkList::setTitle(const QString &title)
{
    m_header->setTitle(title);
    m_list->setAccessibleName(title);
}

void WorkList::setLines(const std::vector<WorkLine> &lines)
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const auto &line : lines) {
        auto *item = new QListWidgetItem(line.title + u'\n' + line.detail, m_list);
        item->setToolTip(ui::plainToolTip(line.title + u'\n' + line.detail));
        item->setData(Qt::AccessibleTextRole, QString(line.title + u' ' + line.detail));
    }
    m_list->setCurrentRow(std::clamp(row, lines.empty() ? -1 : 0, int(lines.size()) - 1));
    mark();
    fit();
    setVisible(!lines.empty());
}

/// Two lines of text an entry, and no more entries than the column can spare.
void WorkList::fit()
{
    const int height = 2 * ui::SimiaoStyle::tokens(this).rhythm.row;
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint({0, height});
    m_list->setFixedHeight(std::min(m_list->count(), kMostLines) * height + 2);
}

/// One line of the column is marked at a time: that of the list where the keys go.
void WorkList::mark()
{
    auto *item = m_list->currentItem();
    if (item && m_list->hasFocus())
        item->setSelected(true);
    else
        m_list->clearSelection();
}

bool WorkList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        mark();
    const int row = m_list->currentRow();
    if (watched != m_list || event->type() != QEvent::KeyPress || row < 0)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT chosen(row);
    else if (key == Qt::Key_Delete)
        Q_EMIT deleteWanted(row);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace simiao::outpatient
