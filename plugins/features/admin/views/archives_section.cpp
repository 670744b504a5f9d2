#include "admin/views/archives_section.h"

#include "admin/views/archive_form.h"
#include "admin/views/notices.h"
#include "admin/views/tables.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/loading_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"

#include <QAction>
#include <QKeyEvent>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

constexpr int kFormWidth = 420;

} // namespace

ArchivesSection::ArchivesSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_work(new ArchiveWork(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_table(rowTable(m_work->table(), QStringLiteral("admin.archives.table"), {140, 140, 0, 70, 110}))
    , m_state(new ui::StateView(m_table))
    , m_form(new ArchiveForm(m_work))
    , m_bar(new ui::LoadingBar)
    , m_notice(new ui::NoticeLine)
{
    setObjectName(QStringLiteral("admin.archives"));
    m_notice->setObjectName(QStringLiteral("admin.archives.notice"));
    m_notice->installEventFilter(this);
    m_table->installEventFilter(this);
    makeActions();
    layOut();
    connectParts();
    retranslate();
}

void ArchivesSection::makeActions()
{
    m_save = addCommand(QStringLiteral("admin.archives.save"), QStringLiteral("F9"));
    m_test = addCommand(QStringLiteral("admin.archives.test"), QStringLiteral("F8"));
    m_stop = addCommand(QStringLiteral("admin.archives.stop"), QStringLiteral("Shift+F8"));
    m_new = addCommand(QStringLiteral("admin.archives.new"), QStringLiteral("F4"));
    m_prefer = addCommand(QStringLiteral("admin.archives.prefer"), QStringLiteral("F6"));
    m_remove = addCommand(QStringLiteral("admin.archives.remove"), QStringLiteral("F7"));
    m_clear = addCommand(QStringLiteral("admin.archives.clear"), QStringLiteral("Shift+F4"));
}

void ArchivesSection::layOut()
{
    auto *right = makeRight();
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("admin.archives.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeLeft());
    columns->addWidget(right);
    columns->setStretchFactor(0, 1);
    columns->setSizes({width(), kFormWidth});
    right->setMinimumWidth(kFormWidth);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(columns, 1);
    rows->addWidget(m_bar);
    rows->addWidget(new ui::Separator(Qt::Horizontal));
    rows->addWidget(actionBar({m_save, m_test, m_stop, m_new, m_prefer, m_remove, m_clear}, true));
}

QWidget *ArchivesSection::makeLeft()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
    return left;
}

QWidget *ArchivesSection::makeRight() const
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *right = new QWidget;
    auto *below = new QVBoxLayout;
    below->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.gap, rhythm.gap);
    below->addWidget(m_notice);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form, 1);
    column->addLayout(below);
    return right;
}

void ArchivesSection::connectParts()
{
    connect(m_save, &QAction::triggered, m_work, &ArchiveWork::submit);
    connect(m_test, &QAction::triggered, m_work, &ArchiveWork::test);
    connect(m_stop, &QAction::triggered, m_work, &ArchiveWork::stopTest);
    connect(m_new, &QAction::triggered, this, &ArchivesSection::enterNew);
    connect(m_prefer, &QAction::triggered, m_work, &ArchiveWork::prefer);
    connect(m_remove, &QAction::triggered, m_work, &ArchiveWork::remove);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_work->giveUp();
        enter();
    });
    connect(m_form, &ArchiveForm::passedStart, this, &ArchivesSection::enter);
    connect(m_form, &ArchiveForm::passedEnd, m_work, &ArchiveWork::submit);
    connect(m_notice, &ui::NoticeLine::triggered, this, &ArchivesSection::answer);
    connect(m_work, &ArchiveWork::changed, this, &ArchivesSection::follow);
    connect(m_work, &ArchiveWork::saved, this, &ArchivesSection::enter);
    connect(m_work, &ArchiveWork::refused, m_form, &ArchiveForm::enterFault);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { m_work->choose(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (m_table->hasFocus() && !m_isShowing)
                    m_work->choose(index.row());
            });
}

void ArchivesSection::enter()
{
    enterTable(m_table);
    m_work->choose(m_table->currentIndex().row());
}

void ArchivesSection::enterNew()
{
    m_work->startNew();
    m_form->enter();
}

bool ArchivesSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Section::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_notice && key == Qt::Key_Escape)
        answer(1);
    else if (watched == m_table && key == Qt::Key_Escape)
        Q_EMIT left();
    else if (watched == m_table && isEnter && m_work->values())
        m_form->enter();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

/// Of the question whether to remove; while an archive is asked there is one answer, which stops it.
void ArchivesSection::answer(int index)
{
    if (m_notice->notice().actions.size() < 2)
        return m_work->stopTest();
    if (index == 0)
        m_work->remove();
    else
        m_work->keep();
    enter();
}

void ArchivesSection::follow()
{
    if (m_work->isTesting())
        m_bar->setPercent(-1);
    else
        m_bar->setIdle();
    put(m_notice, m_work->notice());
    const auto answers = m_notice->findChildren<ui::LinkButton *>();
    if (m_notice->notice().actions.size() > 1 && !answers.isEmpty())
        answers.last()->setFocus(Qt::OtherFocusReason); // Enter without reading removes nothing
    showCurrent();
    offerActions();
}

void ArchivesSection::showCurrent()
{
    m_isShowing = true;
    const int row = m_work->isNew() ? -1 : m_work->current();
    m_table->setCurrentIndex(m_work->table()->index(row, qMax(0, m_table->currentIndex().column())));
    m_isShowing = false;
    m_state->setState(m_work->isAvailable()
                          ? ui::ViewState::ready()
                          : ui::ViewState::empty(tr("No archives can be set up here"),
                                                 tr("No plugin for archives runs. Look at the plugins.")));
}

void ArchivesSection::offerActions()
{
    const auto entry = m_work->values();
    const bool isPeer = entry && entry->kind != workflow::ArchiveKind::Workstation;
    m_save->setEnabled(m_work->isTyped());
    m_clear->setEnabled(m_work->isTyped() || m_work->isNew());
    m_test->setEnabled(isPeer && !m_work->isTesting());
    m_stop->setEnabled(m_work->isTesting());
    m_new->setEnabled(m_work->isAvailable());
    m_prefer->setEnabled(m_work->isArchive() && !m_work->isTyped());
    m_prefer->setText(entry && entry->isPreferred ? tr("No longer first") : tr("Offer first"));
    m_remove->setEnabled(isPeer && !m_work->isNew());
}

void ArchivesSection::retranslate()
{
    m_header->setTitle(tr("Image archives, worklists and film printers"));
    m_table->setAccessibleName(tr("Image archives, worklists and film printers"));
    m_save->setText(tr("Save"));
    m_test->setText(tr("Test"));
    m_stop->setText(tr("Stop the test"));
    m_new->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    m_clear->setText(tr("Clear the entry"));
    m_save->setToolTip(tr("Stores what is typed for this line; it is used at once"));
    m_test->setToolTip(ui::plainToolTip(
        tr("Asks it with what is typed: C-ECHO, or a search over the web. Nothing is changed there")));
    m_stop->setToolTip(tr("Waits no longer for an answer"));
    m_new->setToolTip(tr("Enters another archive, worklist or film printer"));
    m_prefer->setToolTip(tr("Of all archives this one is asked first where somebody brings images"));
    m_remove->setToolTip(tr("Takes it from the list, after a question"));
    m_clear->setToolTip(tr("Gives up what was typed and not saved"));
    m_work->retranslate();
    m_form->retranslate();
    follow();
}

} // namespace simiao::admin
