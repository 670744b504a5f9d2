#include "outpatient/views/consult_page.h"

#include "outpatient/models/signing_check.h"
#include "outpatient/views/queue_panel.h"
#include "outpatient/views/visit_view.h"
#include "sdk/prescribed_lines.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/number_label.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"
#include "workflow/consultation/call_patient.h"

#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace simiao::outpatient {

namespace {

/// Calls the patient if she waits, then fetches her record.
Task<Result<workflow::VisitRecord>> callAndOpen(workflow::Context context, QueueEntry entry)
{
    const bool isCalled = scheduling::isAllowed(entry.task.status, scheduling::TaskStatus::InProgress);
    if (isCalled) {
        auto calling = workflow::callPatient(context, context.newCommand(), entry.task.id);
        CO_TRY_VOID(co_await calling);
    }
    auto opening = workflow::openVisit(context, entry.task.id);
    co_return co_await opening;
}

} // namespace

ConsultPage::ConsultPage(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_queue(new QueuePanel(desk))
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
    m_visits->addWidget(m_nobody);
    m_obstacle->setObjectName(QStringLiteral("consult.obstacle"));
    m_obstacle->hide();
    m_total->setObjectName(QStringLiteral("consult.total"));
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("consult.page.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_queue);
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

    connect(m_queue, &QueuePanel::chosen, this, &ConsultPage::open);
    connect(desk, &sdk::Desk::languageChanged, this, &ConsultPage::retranslate);
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
    if (const auto known = m_views.find(entry.task.id); known != m_views.end()) {
        showView(known->second);
        return;
    }
    if (m_isBusy)
        return;
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
    auto *view = new VisitView(std::make_unique<sdk::Visit>(m_desk, *std::move(record)));
    for (const auto signal : {&sdk::Visit::medicationsChanged, &sdk::Visit::editableChanged})
        connect(view->visit(), signal, this, &ConsultPage::showTotal);
    for (const auto signal :
         {&sdk::Visit::diagnosesChanged, &sdk::Visit::medicationsChanged, &sdk::Visit::orderTextChanged})
        connect(view->visit(), signal, m_obstacle, &QWidget::hide);
    connect(view->visit(), &sdk::Visit::sectionChanged, m_obstacle, &QWidget::hide);
    m_views.emplace(task, view);
    m_visits->addWidget(view);
    if (const auto &lost = view->visit()->unreadableFields(); !lost.isEmpty())
        m_desk->showError(
            {ErrorKind::Corrupt, QStringLiteral("draft.unreadable"), lost.join(QLatin1Char(','))});
    showView(view);
}

void ConsultPage::showView(VisitView *view)
{
    showBanner(view->visit()->record());
    m_visits->setCurrentWidget(view);
    m_obstacle->hide();
    m_queue->select(view->visit()->record().task.id);
    showTotal();
    updateActions();
    view->focusNote();
}

void ConsultPage::showBanner(const workflow::VisitRecord &record)
{
    sdk::BannerPatient banner{record.patient, record.allergies, std::nullopt};
    for (const auto &observation : record.observations) {
        if (observation.code.code == diagnostics::kBodyWeight) {
            banner.weight = observation.value;
            break;
        }
    }
    m_desk->showPatient(banner);
}

void ConsultPage::sign()
{
    auto *view = currentView();
    if (!view || m_isBusy || !view->visit()->isEditable())
        return;
    if (const auto found = signingObstacles(*view->visit()); !found.empty()) {
        showObstacle(found.front());
        Q_EMIT view->visit()->attentionRequested(found.front().field);
        return;
    }
    m_isBusy = true;
    updateActions();
    const auto context = m_desk->context();
    const auto reference = std::make_shared<const workflow::ReferenceData>(m_desk->reference());
    auto signing = workflow::signVisit(context, context.newCommand(), view->visit()->record().task.id,
                                       view->visit()->draft(), reference);
    QCoro::connect(std::move(signing), this, [this, view](const Result<workflow::SignedVisit> &result) {
        m_isBusy = false;
        showSigned(view, result);
    });
}

void ConsultPage::showSigned(VisitView *view, const Result<workflow::SignedVisit> &result)
{
    updateActions();
    if (!result) {
        m_desk->showError(result.error());
        return;
    }
    m_obstacle->hide();
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
    m_sign->setEnabled(view && !m_isBusy && view->visit()->isEditable());
}

void ConsultPage::retranslate()
{
    m_sign->setText(tr("Sign and finish"));
    m_callNext->setText(tr("Call next"));
    m_goToQueue->setText(tr("Go to the queue"));
    m_goToObstacle->setText(tr("Go to what is missing"));
    static_cast<ui::StateView *>(m_nobody)->setState(
        ui::ViewState::empty(tr("No patient is open."),
                             tr("Choose one in the queue and press Enter, or press F3 to call the next.")));
    m_queue->retranslate();
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
