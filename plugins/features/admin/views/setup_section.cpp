#include "admin/views/setup_section.h"

#include "admin/models/import_work.h"
#include "admin/views/step_view.h"
#include "admin/views/tables.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::admin {

using workflow::SetupState;
using workflow::SetupStep;

namespace {

/// As high as its rows, so that the step below has the rest.
void fitHeight(QTableView *table)
{
    const int rows = int(workflow::kSetupSteps.size());
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                          + rows * table->verticalHeader()->defaultSectionSize());
}

} // namespace

SetupSection::SetupSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_book(new SetupBook(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_progress(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
    , m_steps(rowTable(m_book->table(), QStringLiteral("admin.setup.steps"), {140, 100, 300, 0}))
    , m_state(new ui::StateView(m_steps))
    , m_view(new StepView(desk, m_book))
{
    setObjectName(QStringLiteral("admin.setup"));
    m_progress->setObjectName(QStringLiteral("admin.setup.progress"));
    m_steps->installEventFilter(this);
    makeActions();
    layOut();
    connectParts();
    retranslate();
}

void SetupSection::makeActions()
{
    m_apply = addCommand(QStringLiteral("admin.setup.apply"), QStringLiteral("F9"));
    m_tryOut = addCommand(QStringLiteral("admin.setup.tryOut"), QStringLiteral("F8"));
    m_choose = addCommand(QStringLiteral("admin.setup.choose"), QStringLiteral("F4"));
    m_template = addCommand(QStringLiteral("admin.setup.saveTemplate"), QStringLiteral("F6"));
    m_addDepartment = addCommand(QStringLiteral("admin.setup.addDepartment"), QStringLiteral("F5"));
    m_exportRejects = addCommand(QStringLiteral("admin.setup.exportRejects"), QStringLiteral("Shift+F8"));
    m_sort = addCommand(QStringLiteral("admin.setup.sort"), QStringLiteral("F3"));
    m_stop = addCommand(QStringLiteral("admin.setup.stop"), QStringLiteral("Shift+F4"));
    m_leaveOut = addCommand(QStringLiteral("admin.setup.leaveOut"), QStringLiteral("F7"));
}

void SetupSection::layOut()
{
    m_header->addTrailing(m_progress);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(m_view, 1);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(actionBar(
        {m_apply, m_tryOut, m_choose, m_template, m_addDepartment, m_exportRejects, m_stop, m_leaveOut},
        true));
}

void SetupSection::connectParts()
{
    connect(m_apply, &QAction::triggered, m_view, &StepView::apply);
    connect(m_tryOut, &QAction::triggered, this, [this] { m_view->import()->tryOut(); });
    connect(m_choose, &QAction::triggered, m_view, &StepView::choose);
    connect(m_template, &QAction::triggered, this, [this] { m_view->import()->saveTemplate(); });
    connect(m_addDepartment, &QAction::triggered, m_view, &StepView::addDepartment);
    connect(m_exportRejects, &QAction::triggered, this, [this] { m_view->import()->exportRejects(); });
    connect(m_sort, &QAction::triggered, m_view, &StepView::sortByNext);
    connect(m_stop, &QAction::triggered, this, [this] { m_view->import()->stop(); });
    connect(m_leaveOut, &QAction::triggered, this, [this] { m_book->toggleLeftOut(m_view->step()); });
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SetupSection::choose);
    connect(m_steps, &QTableView::doubleClicked, m_view, &StepView::enter);
    connect(m_state, &ui::StateView::actionTriggered, m_book, &SetupBook::reload);
    connect(m_book, &SetupBook::changed, this, &SetupSection::showBook);
    connect(m_view, &StepView::changed, this, &SetupSection::offerActions);
    connect(m_view, &StepView::passedStart, this, &SetupSection::enter);
    connect(m_view, &StepView::accountsWanted, this, &SetupSection::accountsWanted);
}

void SetupSection::enter()
{
    enterTable(m_steps);
}

void SetupSection::showEvent(QShowEvent *event)
{
    Section::showEvent(event);
    m_book->setWatched(true);
}

void SetupSection::hideEvent(QHideEvent *event)
{
    Section::hideEvent(event);
    m_book->setWatched(false);
}

/// In the list: Enter goes into the step, Escape leaves the section.
bool SetupSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_view->enter();
            return true;
        }
    }
    return Section::eventFilter(watched, event);
}

void SetupSection::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_isChosen = true;
    m_view->showStep(m_book->table()->at(index.row()));
}

void SetupSection::showBook()
{
    fitHeight(m_steps); // rows may be higher than before
    m_state->setState(m_book->state());
    if (m_book->facts()) // until then nothing is known
        m_progress->setText(
            tr("%1 of %2 finished").arg(m_book->finished()).arg(int(workflow::kSetupSteps.size())));
    if (m_book->facts() && !m_isChosen)
        showFirstOpen();
    offerActions();
}

void SetupSection::showFirstOpen()
{
    const auto &steps = workflow::kSetupSteps;
    const auto open =
        std::ranges::find(steps, SetupState::Open, [this](SetupStep step) { return m_book->stateOf(step); });
    const auto row = open == steps.end() ? 0 : int(open - steps.begin());
    m_steps->setCurrentIndex(m_book->table()->index(row, 0));
}

void SetupSection::offerActions()
{
    const auto *work = m_view->import();
    const bool isRunning = work && work->isRunning();
    const auto state = m_book->stateOf(m_view->step());
    const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (isRunning && !m_wasRunning && button && isAncestorOf(button))
        m_view->enter(); // before the button that has the focus is switched off
    m_wasRunning = isRunning;
    const bool hasRejects = work && work->rejects()->rowCount() > 0;
    for (auto *action : {m_tryOut, m_choose, m_template})
        action->setVisible(work != nullptr);
    for (auto *action : {m_exportRejects, m_sort})
        action->setVisible(hasRejects);
    m_stop->setVisible(isRunning);
    m_addDepartment->setVisible(m_view->step() == SetupStep::Departments);
    m_apply->setText(work ? tr("Import") : tr("Save"));
    m_apply->setEnabled(!work || work->mayImport());
    m_tryOut->setEnabled(work && !isRunning && !work->path().trimmed().isEmpty());
    m_choose->setEnabled(!isRunning);
    m_leaveOut->setEnabled(m_book->facts() && state != SetupState::Done);
    m_leaveOut->setText(state == SetupState::LeftOut ? tr("Take up again") : tr("Leave out for now"));
}

void SetupSection::retranslate()
{
    m_header->setTitle(tr("Set-up"));
    m_steps->setAccessibleName(tr("Steps of the set-up"));
    m_tryOut->setText(tr("Dry run"));
    m_choose->setText(tr("Choose a file"));
    m_template->setText(tr("Save a template"));
    m_addDepartment->setText(tr("Add a department"));
    m_exportRejects->setText(tr("Export the rejects"));
    m_sort->setText(tr("Sort the rejects by the next column"));
    m_stop->setText(tr("Stop"));
    m_book->retranslate();
    m_view->retranslate();
    showBook();
}

} // namespace simiao::admin
