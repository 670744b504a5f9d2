#include "outpatient/views/queue_panel.h"

#include "outpatient/models/queue_reader.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/queue_delegate.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace simiao::outpatient {

namespace {

constexpr int kWidth = 212;

QListView *queueList(QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("consult.queue"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(false);
    list->setItemDelegate(new ui::QueueDelegate(list));
    list->setModel(model);
    return list;
}

} // namespace

QueuePanel::QueuePanel(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new QueueModel(this))
    , m_list(queueList(m_model))
    , m_header(new ui::PanelHeader({}))
    , m_known(new sdk::KnownState(desk, this))
    , m_summary(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
{
    setObjectName(QStringLiteral("consult.queuePanel"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setMinimumWidth(180);
    resize(kWidth, height());
    setFocusProxy(m_list);
    m_header->setKeyTrailing(true);
    m_summary->setContentsMargins(12, 8, 12, 8);
    m_summary->setWordWrap(true);
    m_list->installEventFilter(this);
    auto *state = new ui::StateView(m_list);
    m_known->showIn(state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(state, 1);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(m_summary);

    connect(m_list, &QListView::doubleClicked, this, &QueuePanel::choose);
    connect(m_known, &sdk::KnownState::rereadWanted, this, &QueuePanel::reload);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<scheduling::QueueTask>(receipt))
                    reload();
            });
    retranslate();
    reload();
}

void QueuePanel::reload()
{
    if (!m_reading.begin())
        return;
    QCoro::connect(readQueue(m_desk->context()), this,
                   [this](const Result<std::vector<QueueEntry>> &entries) {
                       const bool isOutdated = m_reading.end();
                       showQueue(entries);
                       if (isOutdated)
                           reload();
                   });
}

void QueuePanel::showQueue(Result<std::vector<QueueEntry>> entries)
{
    if (!entries)
        return m_known->fail(entries.error());
    const auto current = m_model->entryAt(m_list->currentIndex().row());
    const auto selected = current ? std::optional(current->task.id) : std::nullopt;
    m_model->setEntries(*std::move(entries));
    showDrafts();
    m_known->take(m_model->rowCount() > 0
                      ? ui::ViewState::ready()
                      : ui::ViewState::empty(tr("Nobody waits."),
                                             tr("Patients appear here as the front desk checks them in.")));
    if (selected)
        select(*selected);
    else if (const auto *next = nextWaiting())
        select(next->task.id);
    retranslate();
}

void QueuePanel::showDrafts()
{
    std::vector<Id<administration::Encounter>> drafts;
    for (const auto &draft : m_desk->drafts()->drafts())
        drafts.push_back({draft});
    m_model->setDrafts(std::move(drafts));
}

const QueueEntry *QueuePanel::nextWaiting() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto *entry = m_model->entryAt(row);
        if (entry && entry->task.status == scheduling::TaskStatus::Requested)
            return entry;
    }
    return nullptr;
}

void QueuePanel::select(Id<scheduling::QueueTask> task)
{
    if (const int row = m_model->rowOf(task); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void QueuePanel::choose(const QModelIndex &index)
{
    if (const auto *entry = m_model->entryAt(index.row()))
        Q_EMIT chosen(QueueEntry(*entry));
}

void QueuePanel::retranslate()
{
    m_header->setTitle(tr("Queue"));
    m_list->setAccessibleName(tr("Queue"));
    m_summary->setText(tr("Waiting %1 · done %2").arg(m_model->waiting()).arg(m_model->done()));
    m_model->retranslate();
}

bool QueuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace simiao::outpatient
