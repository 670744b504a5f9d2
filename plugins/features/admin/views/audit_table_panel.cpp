#include "admin/views/audit_table_panel.h"

#include "admin/views/tables.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

constexpr int kEventWidth = 360;

/// The sealed text with line breaks; as it is where it is no JSON.
QString readable(const workflow::AuditRecord &record)
{
    const auto json = Json::parse(record.event.toUtf8());
    return json ? QString::fromUtf8(json->pretty()) : record.event;
}

} // namespace

AuditTablePanel::AuditTablePanel(AuditTrail *trail, QWidget *parent)
    : QWidget(parent)
    , m_trail(trail)
    , m_table(rowTable(trail->table(), QStringLiteral("admin.audit.table"), {60, 150, 110, 390, 90, 80, 0}))
    , m_state(new ui::StateView(m_table))
    , m_count(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
    , m_more(new ui::LinkButton({}))
    , m_eventHeader(new ui::PanelHeader({}))
    , m_event(new QPlainTextEdit)
{
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("admin.audit.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeTable());
    columns->addWidget(makeEvent());
    columns->setStretchFactor(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(columns);
    for (auto *part : QWidgetList{m_table, m_more, m_event})
        part->installEventFilter(this);
    connect(m_more, &ui::LinkButton::clicked, this, &AuditTablePanel::showMore);
    connect(m_state, &ui::StateView::actionTriggered, trail, &AuditTrail::reload);
    connect(trail, &AuditTrail::changed, this, &AuditTablePanel::showTrail);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AuditTablePanel::showSealed);
    retranslate();
}

QWidget *AuditTablePanel::makeTable()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_count->setObjectName(QStringLiteral("admin.audit.count"));
    m_more->setObjectName(QStringLiteral("admin.audit.more"));
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(rhythm.margin, rhythm.gapSmall, rhythm.margin, rhythm.gapSmall);
    footer->addWidget(m_count);
    footer->addWidget(m_more);
    footer->addStretch(1);
    auto *panel = new QWidget;
    auto *rows = new QVBoxLayout(panel);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_state, 1);
    rows->addLayout(footer);
    return panel;
}

QWidget *AuditTablePanel::makeEvent()
{
    m_event->setObjectName(QStringLiteral("admin.audit.event"));
    m_event->setReadOnly(true);
    m_event->setFrameShape(QFrame::NoFrame);
    m_event->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_event->setWordWrapMode(QTextOption::WrapAnywhere);
    m_event->setFont(ui::SimiaoStyle::font(ui::Type::Code, this));
    m_eventPanel = new QWidget;
    m_eventPanel->setMinimumWidth(kEventWidth);
    auto *column = new QVBoxLayout(m_eventPanel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_eventHeader);
    column->addWidget(m_event, 1);
    m_eventPanel->hide();
    return m_eventPanel;
}

void AuditTablePanel::enter()
{
    enterTable(m_table);
}

void AuditTablePanel::retranslate()
{
    m_table->setAccessibleName(tr("Events of the audit trail"));
    m_event->setAccessibleName(tr("The whole sealed event"));
    m_more->setText(tr("Show more"));
    showTrail();
    showSealed();
}

bool AuditTablePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_table)
        return handleTableKey(key);
    if (watched == m_more)
        return handleMoreKey(key);
    return key == Qt::Key_Escape && closeSealed();
}

bool AuditTablePanel::handleTableKey(int key)
{
    const bool isAtEnd = m_table->currentIndex().row() == m_trail->table()->rowCount() - 1;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_eventPanel->show();
        showSealed();
        return true;
    case Qt::Key_Escape:
        if (!closeSealed())
            Q_EMIT passedStart();
        return true;
    case Qt::Key_Down:
        if (isAtEnd && m_more->isVisible())
            m_more->setFocus(Qt::TabFocusReason);
        return isAtEnd;
    default: return false;
    }
}

bool AuditTablePanel::handleMoreKey(int key)
{
    if (key != Qt::Key_Up && key != Qt::Key_Escape)
        return false;
    enter();
    return true;
}

/// The focus goes back to the row the text belongs to. \returns whether there was anything to close
bool AuditTablePanel::closeSealed()
{
    if (m_eventPanel->isHidden())
        return false;
    enter();
    m_eventPanel->hide();
    return true;
}

void AuditTablePanel::showMore()
{
    enter(); // the link may go with the last page, and must not take the focus with it
    m_firstNew = m_trail->table()->rowCount();
    m_trail->showMore();
}

/// Reading goes on where it stopped.
void AuditTablePanel::goToFirstNew()
{
    if (m_firstNew < 0 || m_trail->isReading())
        return;
    if (m_firstNew < m_trail->table()->rowCount())
        m_table->setCurrentIndex(m_trail->table()->index(m_firstNew, 0));
    m_firstNew = -1;
}

void AuditTablePanel::showTrail()
{
    m_state->setState(m_trail->state());
    m_more->setVisible(m_trail->hasMore() && !isEmpty());
    showCount();
    goToFirstNew();
    showSealed();
}

void AuditTablePanel::showCount()
{
    const int shown = m_trail->table()->rowCount();
    m_count->setText(m_trail->hasMore() ? tr("Showing the latest %1").arg(shown)
                                        : tr("Showing all %1").arg(shown));
    m_count->setVisible(shown > 0);
}

void AuditTablePanel::showSealed()
{
    if (m_eventPanel->isHidden())
        return;
    const int row = m_table->currentIndex().row();
    const bool isThere = row >= 0 && row < m_trail->table()->rowCount();
    const auto record = isThere ? m_trail->table()->at(row).record : workflow::AuditRecord{};
    const auto text = isThere ? readable(record) : QString();
    if (m_event->toPlainText() != text) // else it would jump to its first line
        m_event->setPlainText(text);
    m_eventHeader->setTitle(isThere ? tr("Event %1").arg(record.sequence) : QString());
}

} // namespace simiao::admin
