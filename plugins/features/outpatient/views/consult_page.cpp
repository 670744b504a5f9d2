#include "outpatient/views/consult_page.h"

#include "outpatient/models/latest_visit.h"
#include "outpatient/models/returned_watch.h"
#include "outpatient/models/signing_check.h"
#include "outpatient/views/open_work_panel.h"
#include "outpatient/views/queue_panel.h"
#include "outpatient/views/visit_conflict.h"
#include "outpatient/views/visit_view.h"
#include "outpatient/views/withdrawing.h"
#include "sdk/banner_summary.h"
#include "sdk/chart_opener.h"
#include "sdk/prescribed_lines.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/number_label.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"
#include "workflow/consultation/answer_returned.h"
#include "workflow/consultation/call_patient.h"
#include "workflow/ports/read_only.h"

#include <QEvent>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::outpatient {

namespace {

bool isReadOnly(const workflow::Context &context)
{
    const auto *readOnly = workflow::readOnlyOf(*context.store->changes());
    return readOnly && readOnly->reason();
}

/// Calls the patient if she waits, then fetches her record. Where nothing can be stored nobody is called, and the record is read.
Task<Result<workflow::VisitRecord>> callAndOpen(workflow::Context context, QueueEntry entry)
{
    const bool isWaiting = scheduling::isAllowed(entry.task.status, scheduling::TaskStatus::InProgress);
    if (isWaiting && !isReadOnly(context)) {
        auto calling = workflow::callPatient(context, context.newCommand(), entry.task.id);
        CO_TRY_VOID(co_await calling);
    }
    auto opening = workflow::openVisit(context, entry.task.id);
    co_return co_await opening;
}

QKeySequence key(const char *portable)
{
    return QKeySequence(QString::fromLatin1(portable));
}

/// Lists at the left: the queue, and below it what else waits.
QWidget *leftColumn(QWidget *queue, QWidget *work)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(queue, 1);
    column->addWidget(work);
    return box;
}

} // namespace

ConsultPage::ConsultPage(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_queue(new QueuePanel(desk))
    , m_work(new OpenWorkPanel(desk))
    , m_conflict(new VisitConflict(desk, this))
    , m_withdrawing(new Withdrawing(desk, this))
    , m_visits(new QStackedWidget)
    , m_nobody(new ui::StateView(new QWidget))
    , m_obstacle(new ui::NoticeLine)
    , m_total(new ui::NumberLabel)
{
    setObjectName(QStringLiteral("consult.page"));
    setFocusProxy(m_queue);
    m_sign = addAction(QStringLiteral("consult.sign"), Qt::Key_F9, &ConsultPage::sign);
    m_callNext = addAction(QStringLiteral("consult.call-next"), Qt::Key_F3, &ConsultPage::callNext);
    m_goToQueue = addAction(QStringLiteral("consult.queue"), Qt::Key_F2, &ConsultPage::goToQueue);
    m_goToObstacle = addAction(QStringLiteral("consult.next-defect"), QKeySequence(QStringLiteral("Alt+S")),
                               &ConsultPage::goToObstacle);
    m_recordAllergy =
        addAction(QStringLiteral("consult.record-allergy"), key("Alt+A"), &ConsultPage::recordAllergy);
    m_goToReturned = addAction(QStringLiteral("consult.returned"), key("Alt+R"), &ConsultPage::goToReturned);
    m_goToDrafts = addAction(QStringLiteral("consult.drafts"), key("Alt+D"), &ConsultPage::goToDrafts);
    m_discardDraft = addAction(QStringLiteral("consult.discard-draft"), {}, &ConsultPage::discardDraft);
    m_nextTemplate =
        addAction(QStringLiteral("consult.note-template"), key("Alt+T"), &ConsultPage::nextTemplate);
    m_withdraw = addAction(QStringLiteral("consult.withdraw"), key("Alt+W"), &ConsultPage::withdraw);
    m_queue->header()->followKey(m_goToQueue);
    m_work->returnedHeader()->followKey(m_goToReturned);
    m_work->draftsHeader()->followKey(m_goToDrafts);
    m_visits->addWidget(m_nobody);
    m_obstacle->setObjectName(QStringLiteral("consult.obstacle"));
    m_obstacle->hide();
    m_total->setObjectName(QStringLiteral("consult.total"));
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("consult.page.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(leftColumn(m_queue, m_work));
    columns->addWidget(m_visits);
    columns->setStretchFactor(1, 1);
    columns->setSizes({212, 1200});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(columns, 1);
    column->addWidget(m_obstacle);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(actionBar());
    retranslate();
    new ReturnedWatch(desk, this);
    connect(new sdk::ChartOpener(this), &sdk::ChartOpener::wanted, this, &ConsultPage::openChart);

    connect(m_queue, &QueuePanel::chosen, this, &ConsultPage::open);
    connect(m_work, &OpenWorkPanel::chosen, this, &ConsultPage::open);
    connect(m_work, &OpenWorkPanel::aboutToDiscard, this, &ConsultPage::closeView);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (!workflow::touches<clinical::AllergyIntolerance>(receipt)
                    && !workflow::touches<administration::Patient>(receipt))
                    return;
                for (const auto &[task, view] : m_views)
                    readAllergies(view);
            });
    connect(desk, &sdk::Desk::languageChanged, this, &ConsultPage::retranslate);
    connect(m_conflict, &VisitConflict::settled, this, &ConsultPage::reopen);
    connect(m_withdrawing, &Withdrawing::withdrawn, this, &ConsultPage::reopen);
}

ConsultPage::~ConsultPage() = default;

QAction *ConsultPage::addAction(const QString &id, const QKeySequence &keys, void (ConsultPage::*act)())
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    QWidget::addAction(action);
    m_desk->addCommand(id, action);
    return action;
}

QWidget *ConsultPage::actionBar()
{
    auto *bar = new QWidget;
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(8);
    line->addWidget(new ui::ActionButton(m_sign, ui::ActionButton::Role::Primary));
    line->addWidget(new ui::ActionButton(m_callNext));
    line->addStretch();
    line->addWidget(m_total);
    return bar;
}

VisitView *ConsultPage::currentView() const
{
    return qobject_cast<VisitView *>(m_visits->currentWidget());
}

void ConsultPage::goToQueue()
{
    m_queue->setFocus(Qt::ShortcutFocusReason);
}

void ConsultPage::goToObstacle()
{
    if (auto *view = currentView())
        view->goToNextObstacle();
}

void ConsultPage::callNext()
{
    if (const auto *next = m_queue->nextWaiting())
        open(QueueEntry(*next));
    else
        m_desk->showDone(tr("Nobody waits."));
}

void ConsultPage::open(const QueueEntry &entry)
{
    if (m_isBusy)
        return;
    const auto known = m_views.find(entry.task.id);
    // What is signed may have gone on since, to the pharmacy and back: it is read again.
    if (known != m_views.end() && known->second->visit()->isEditable())
        return showView(known->second);
    closeView(entry.task.id);
    m_isBusy = true;
    QCoro::connect(callAndOpen(m_desk->context(), entry), this,
                   [this](const Result<workflow::VisitRecord> &record) {
                       m_isBusy = false;
                       openRecord(record);
                   });
}

void ConsultPage::openRecord(Result<workflow::VisitRecord> record)
{
    if (!record) {
        m_desk->showError(record.error());
        m_queue->reload();
        return;
    }
    const auto task = record->task.id;
    auto *view = new VisitView(std::make_unique<sdk::Visit>(m_desk, *std::move(record)), m_goToObstacle);
    for (const auto signal : {&sdk::Visit::medicationsChanged, &sdk::Visit::editableChanged})
        connect(view->visit(), signal, this, &ConsultPage::showTotal);
    for (const auto signal :
         {&sdk::Visit::diagnosesChanged, &sdk::Visit::medicationsChanged, &sdk::Visit::orderTextChanged})
        connect(view->visit(), signal, m_obstacle, &QWidget::hide);
    connect(view->visit(), &sdk::Visit::sectionChanged, m_obstacle, &QWidget::hide);
    connect(view->visit(), &sdk::Visit::sectionChanged, this, &ConsultPage::updateActions);
    connect(view->visit(), &sdk::Visit::noteTemplateChanged, this, &ConsultPage::updateActions);
    connect(view->visit(), &sdk::Visit::answerChanged, m_obstacle, &QWidget::hide);
    connect(view->visit(), &sdk::Visit::allergiesChanged, this, [this, view] {
        if (view == currentView())
            showBanner(view->visit()->record());
        m_obstacle->hide();
    });
    connect(view, &VisitView::signedElsewhere, this, [this, task] {
        updateActions();
        m_conflict->closeOwn(task);
    });
    connect(view, &VisitView::comparisonWanted, this, [this, view] { compare(view); });
    m_views.emplace(task, view);
    const auto &parts = view->visit()->record().signedParts;
    if (VisitConflict::isOpen(*m_desk, view->visit()->record()))
        view->showSignedElsewhere(parts->signer, parts->note.signedAt.value_or(Instant{}));
    m_visits->addWidget(view);
    if (const auto &lost = view->visit()->unreadableFields(); !lost.isEmpty())
        m_desk->showError(
            {ErrorKind::Corrupt, QStringLiteral("draft.unreadable"), lost.join(QLatin1Char(','))});
    showView(view);
}

void ConsultPage::showView(VisitView *view)
{
    showBanner(view->visit()->record());
    m_desk->showVisit(view->visit());
    m_visits->setCurrentWidget(view);
    m_obstacle->hide();
    m_queue->select(view->visit()->record().task.id);
    showTotal();
    updateActions();
    view->focusNote();
}

void ConsultPage::showBanner(const workflow::VisitRecord &record)
{
    m_desk->showPatient(sdk::bannerOf(record));
}

/// The page of this visit goes; what was typed stays in the journal.
void ConsultPage::closeView(Id<scheduling::QueueTask> task)
{
    const auto known = m_views.find(task);
    if (known == m_views.end())
        return;
    auto *view = known->second;
    m_views.erase(known);
    if (view == currentView()) {
        m_desk->showVisit(nullptr);
        m_desk->showPatient({});
        m_visits->setCurrentWidget(m_nobody);
    }
    m_visits->removeWidget(view);
    delete view;
    showTotal();
}

/// As it is stored now.
void ConsultPage::reopen(Id<scheduling::QueueTask> task)
{
    closeView(task);
    m_queue->reload();
    QCoro::connect(workflow::openVisit(m_desk->context(), task), this,
                   [this](const Result<workflow::VisitRecord> &record) { openRecord(record); });
}

/// Nobody is called: it is looked at.
void ConsultPage::openChart(Id<administration::Patient> patient)
{
    QCoro::connect(latestVisit(m_desk->context(), patient), this,
                   [this](const Result<scheduling::QueueTask> &task) {
                       if (!task)
                           return m_desk->showError(task.error());
                       const auto known = m_views.find(task->id);
                       if (known != m_views.end() && known->second->visit()->isEditable())
                           return showView(known->second);
                       reopen(task->id);
                   });
}

void ConsultPage::compare(VisitView *view)
{
    m_conflict->settle(view->visit()->record().task.id,
                       {ErrorKind::Conflict, QStringLiteral("queue.state"), {}});
}

void ConsultPage::readAllergies(VisitView *view)
{
    const QPointer<sdk::Visit> visit(view->visit());
    QCoro::connect(workflow::readAllergies(m_desk->context(), visit->record().patient.id), this,
                   [this, visit](const Result<workflow::AllergyRecord> &record) {
                       if (!record)
                           return m_desk->showError(record.error());
                       if (visit)
                           visit->setAllergies(record->patient, record->allergies);
                   });
}

void ConsultPage::recordAllergy()
{
    auto *view = currentView();
    if (!view)
        return;
    view->goTo(QStringLiteral("outpatient.allergies"));
    Q_EMIT view->visit()->attentionRequested(QStringLiteral("allergy"));
}

void ConsultPage::goToReturned()
{
    m_work->goToReturned();
}

void ConsultPage::goToDrafts()
{
    m_work->goToDrafts();
}

void ConsultPage::discardDraft()
{
    m_work->askToDiscard();
}

void ConsultPage::withdraw()
{
    if (const auto *view = currentView())
        m_withdrawing->ask(view->visit()->record().task.id);
}

void ConsultPage::nextTemplate()
{
    auto *view = currentView();
    const auto &templates = m_desk->reference().noteTemplates;
    if (!view || templates.empty())
        return;
    const auto current =
        std::ranges::find(templates, view->visit()->noteTemplate(), &workflow::NoteTemplate::code);
    const bool isLast = current == templates.end() || std::next(current) == templates.end();
    view->visit()->setNoteTemplate(isLast ? templates.front().code : std::next(current)->code);
}

void ConsultPage::sign()
{
    auto *view = currentView();
    if (view && view->isSignedElsewhere())
        return compare(view);
    if (!view || m_isBusy || !view->visit()->canOrder())
        return;
    if (const auto found = signingObstacles(*view->visit()); !found.empty()) {
        showObstacle(found.front());
        Q_EMIT view->visit()->attentionRequested(found.front().field);
        return;
    }
    m_isBusy = true;
    updateActions();
    if (view->visit()->returned())
        answerReturned(view);
    else
        signVisit(view);
}

void ConsultPage::signVisit(VisitView *view)
{
    const auto context = m_desk->context();
    const auto reference = std::make_shared<const workflow::ReferenceData>(m_desk->reference());
    auto draft = view->visit()->draft();
    draft.noteTemplate = view->visit()->noteTemplate();
    auto signing =
        workflow::signVisit(context, context.newCommand(), view->visit()->record().task.id, draft, reference);
    const QPointer<VisitView> shown(view);
    QCoro::connect(std::move(signing), this, [this, shown](const Result<workflow::SignedVisit> &result) {
        m_isBusy = false;
        showSigned(shown, result);
    });
}

void ConsultPage::answerReturned(VisitView *view)
{
    const auto context = m_desk->context();
    const auto reference = std::make_shared<const workflow::ReferenceData>(m_desk->reference());
    const auto &draft = view->visit()->draft();
    const workflow::ReturnAnswer answer{view->visit()->returned()->prescription.id, draft.medications,
                                        draft.answer};
    const QPointer<VisitView> shown(view);
    QCoro::connect(workflow::answerReturned(context, context.newCommand(), answer, reference), this,
                   [this, shown](const Result<medications::Prescription> &result) {
                       m_isBusy = false;
                       showAnswered(shown, result);
                   });
}

void ConsultPage::showAnswered(VisitView *view, const Result<medications::Prescription> &result)
{
    updateActions();
    if (!result) {
        m_desk->showError(result.error());
        if (view && result.error().kind == ErrorKind::Conflict)
            m_conflict->keepAnswer(view->visit()->record());
        return;
    }
    m_obstacle->hide();
    if (view) // somebody may have closed it meanwhile
        view->visit()->markSigned();
    updateActions();
    const bool isWithdrawn = result->status == medications::PrescriptionStatus::Cancelled;
    m_desk->showDone((isWithdrawn ? tr("Prescription %1 was withdrawn.")
                                  : tr("Signed again. Prescription %1 is with the pharmacy."))
                         .arg(result->number));
    goToQueue();
}

void ConsultPage::showSigned(VisitView *view, const Result<workflow::SignedVisit> &result)
{
    updateActions();
    if (!result) {
        if (view && VisitConflict::isOne(result.error()))
            return m_conflict->settle(view->visit()->record().task.id, result.error());
        m_desk->showError(result.error());
        return;
    }
    m_obstacle->hide();
    if (view) // somebody may have closed it meanwhile
        view->visit()->markSigned();
    updateActions();
    const QString number = result->prescriptionNumber;
    m_desk->showDone(number.isEmpty() ? tr("Signed.")
                                      : tr("Signed. Prescription %1 is with the pharmacy.").arg(number));
    m_queue->reload();
    goToQueue();
}

void ConsultPage::showObstacle(const workflow::SigningObstacle &obstacle)
{
    const QString text = obstacleText(obstacle, m_desk->locale().name());
    m_obstacle->setNotice({ui::Severity::Warn, tr("Not signed"), text, {}, {}});
    m_obstacle->setProperty("text", text);
    m_obstacle->show();
}

void ConsultPage::showTotal()
{
    const auto *view = currentView();
    const Money total = view ? sdk::draftTotal(*view->visit()) : Money{};
    m_total->setCaption(tr("Total"));
    m_total->setPrefix(QStringLiteral("¥"));
    m_total->setNumber(total.toYuan());
    m_total->setProperty("text", total.toYuan());
    m_total->setVisible(view);
    updateActions();
}

void ConsultPage::updateActions()
{
    const auto *view = currentView();
    const bool isAnswer = view && view->visit()->returned();
    const bool isElsewhere = view && view->isSignedElsewhere();
    m_sign->setText(isElsewhere    ? tr("Show both versions")
                        : isAnswer ? tr("Sign again")
                                   : tr("Sign and finish"));
    m_sign->setEnabled(view && !m_isBusy && (isElsewhere || view->visit()->canOrder()));
    m_recordAllergy->setEnabled(view);
    m_withdraw->setEnabled(view && !view->visit()->isEditable());
    m_nextTemplate->setEnabled(view && view->visit()->canChooseTemplate());
}

void ConsultPage::retranslate()
{
    m_sign->setText(tr("Sign and finish"));
    m_callNext->setText(tr("Call next"));
    m_goToQueue->setText(tr("Go to the queue"));
    m_goToObstacle->setText(tr("Go to what is missing"));
    m_recordAllergy->setText(tr("Record allergy"));
    m_goToReturned->setText(tr("Go to returned prescriptions"));
    m_goToDrafts->setText(tr("Drafts: go to visits not signed"));
    m_discardDraft->setText(tr("Discard the draft of a visit"));
    m_withdraw->setText(tr("Withdraw a prescription"));
    m_nextTemplate->setText(tr("Take another template for the note"));
    static_cast<ui::StateView *>(m_nobody)->setState(ui::ViewState::empty(
        tr("No patient is open."), tr("Choose one in the queue and press Enter, or call the next.")));
    m_queue->retranslate();
    m_work->retranslate();
    for (const auto &[task, view] : m_views)
        view->retranslate();
    m_obstacle->hide();
    showTotal();
}

void ConsultPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace simiao::outpatient
