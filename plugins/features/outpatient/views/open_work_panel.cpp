#include "outpatient/views/open_work_panel.h"

#include "outpatient/views/work_list.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/notice_line.h"

#include <QCoroTask>
#include <QDateTime>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::outpatient {

using workflow::ReturnedPrescription;
using workflow::UnsignedDraft;

namespace {

/// Of the actions of the question: whoever presses a key too often keeps what was written.
enum Answer { Keep, Discard };

QString dayOf(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.microseconds / 1000, zone)
        .toString(QStringLiteral("yyyy-MM-dd"));
}

std::vector<workflow::DraftEntry> allEntries(const workflow::DraftJournal *journal)
{
    std::vector<workflow::DraftEntry> entries;
    for (const auto &draft : journal->drafts()) {
        const auto ofDraft = journal->entriesOf(draft);
        entries.insert(entries.end(), ofDraft.begin(), ofDraft.end());
    }
    return entries;
}

} // namespace

OpenWorkPanel::OpenWorkPanel(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_returnedList(new WorkList(QStringLiteral("consult.returned")))
    , m_draftList(new WorkList(QStringLiteral("consult.drafts")))
    , m_question(new ui::NoticeLine)
    , m_returnedKnown(new sdk::KnownState(desk, this))
    , m_draftsKnown(new sdk::KnownState(desk, this))
{
    m_returnedKnown->showIn(m_returnedList->state());
    m_draftsKnown->showIn(m_draftList->state());
    connect(m_returnedKnown, &sdk::KnownState::rereadWanted, this, &OpenWorkPanel::readReturned);
    connect(m_draftsKnown, &sdk::KnownState::rereadWanted, this, &OpenWorkPanel::readDrafts);
    m_question->setObjectName(QStringLiteral("consult.drafts.question"));
    m_question->hide();
    m_question->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_returnedList);
    column->addWidget(m_draftList);
    column->addWidget(m_question);

    connect(m_returnedList, &WorkList::chosen, this, &OpenWorkPanel::openReturned);
    connect(m_draftList, &WorkList::chosen, this, &OpenWorkPanel::openDraft);
    connect(m_draftList, &WorkList::deleteWanted, this, &OpenWorkPanel::askToDiscard);
    // Later: the answer takes the question away, links and all.
    connect(m_question, &ui::NoticeLine::triggered, this, &OpenWorkPanel::answerDiscard,
            Qt::QueuedConnection);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<medications::Prescription>(receipt))
                    readReturned();
                if (workflow::touches<scheduling::QueueTask>(receipt))
                    readDrafts();
            });
    retranslate();
    reload();
}

ui::PanelHeader *OpenWorkPanel::returnedHeader() const
{
    return m_returnedList->header();
}

ui::PanelHeader *OpenWorkPanel::draftsHeader() const
{
    return m_draftList->header();
}

void OpenWorkPanel::reload()
{
    readReturned();
    readDrafts();
}

void OpenWorkPanel::readReturned()
{
    QCoro::connect(workflow::returnedPrescriptions(m_desk->context()), this,
                   [this](const Result<std::vector<ReturnedPrescription>> &returned) {
                       if (!returned)
                           return m_returnedKnown->fail(returned.error());
                       m_returned = *returned;
                       m_returnedKnown->take(ui::ViewState::ready());
                       showReturned();
                   });
}

void OpenWorkPanel::readDrafts()
{
    QCoro::connect(workflow::unsignedDrafts(m_desk->context(), allEntries(m_desk->drafts())), this,
                   [this](const Result<std::vector<UnsignedDraft>> &drafts) {
                       if (!drafts)
                           return m_draftsKnown->fail(drafts.error());
                       m_drafts = *drafts;
                       m_draftsKnown->take(ui::ViewState::ready());
                       const auto context = m_desk->context();
                       // Today's stand in the queue; of a signed visit it is the answer to the pharmacist.
                       std::erase_if(m_drafts, [&context](const UnsignedDraft &draft) {
                           const bool isInQueue = draft.task.day == context.clock->today()
                               && draft.task.department == context.session.department;
                           return isInQueue || !draft.isOpen();
                       });
                       showDrafts();
                   });
}

void OpenWorkPanel::showReturned()
{
    m_returnedList->setTitle(tr("Returned %1").arg(m_returned.size()));
    std::vector<WorkLine> lines;
    for (const auto &one : m_returned)
        lines.push_back({one.patient.name + QStringLiteral("  ") + one.prescription.number,
                         one.prescription.reviewNote.simplified()});
    m_returnedList->setLines(lines);
}

WorkLine OpenWorkPanel::lineOf(const UnsignedDraft &draft) const
{
    const auto zone = m_desk->context().clock->zone();
    const QString title = draft.patient.name + QStringLiteral("  ") + dayOf(draft.encounter.start, zone);
    const QString counts = tr("Sections %1, diagnoses %2, drugs %3")
                               .arg(draft.sections)
                               .arg(draft.diagnoses)
                               .arg(draft.medications);
    return {title, QStringList{draft.excerpt, counts}.join(QStringLiteral("  ")).trimmed()};
}

void OpenWorkPanel::showDrafts()
{
    m_draftList->setTitle(tr("Not signed %1").arg(m_drafts.size()));
    std::vector<WorkLine> lines;
    for (const auto &draft : m_drafts)
        lines.push_back(lineOf(draft));
    m_draftList->setLines(lines);
    const bool isStillThere = m_asked && std::ranges::any_of(m_drafts, [this](const UnsignedDraft &draft) {
                                  return draft.encounter.id == m_asked->encounter.id;
                              });
    m_question->setVisible(isStillThere);
}

void OpenWorkPanel::goToReturned()
{
    if (m_returned.empty())
        return m_desk->showDone(tr("The pharmacy has returned nothing."));
    m_returnedList->setFocus(Qt::ShortcutFocusReason);
}

void OpenWorkPanel::goToDrafts()
{
    if (m_drafts.empty())
        return m_desk->showDone(tr("No visit of an earlier day waits for a signature."));
    m_draftList->setFocus(Qt::ShortcutFocusReason);
}

void OpenWorkPanel::openReturned(int row)
{
    const auto &one = m_returned.at(std::size_t(row));
    Q_EMIT chosen({one.task, one.patient});
}

void OpenWorkPanel::openDraft(int row)
{
    const auto &one = m_drafts.at(std::size_t(row));
    Q_EMIT chosen({one.task, one.patient});
}

void OpenWorkPanel::askToDiscard()
{
    const int row = m_draftList->currentRow();
    if (row < 0 || row >= int(m_drafts.size()))
        return goToDrafts();
    m_asked = m_drafts[std::size_t(row)];
    const auto line = lineOf(*m_asked);
    m_question->setNotice({ui::Severity::Warn,
                           tr("Discard for good?"),
                           line.title + QStringLiteral("  ") + line.detail,
                           tr("What was written for this visit cannot be brought back."),
                           {tr("Keep"), tr("Discard")}});
    m_question->show();
    if (auto *keep = m_question->findChild<ui::LinkButton *>())
        keep->setFocus(Qt::OtherFocusReason);
}

void OpenWorkPanel::answerDiscard(int action)
{
    m_question->hide();
    if (action == Discard && m_asked)
        discard();
    m_asked.reset();
    m_draftList->setFocus(Qt::OtherFocusReason);
}

/// Escape at the question is the answer that changes nothing.
bool OpenWorkPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (watched != m_question || !isEscape)
        return QWidget::eventFilter(watched, event);
    answerDiscard(Keep);
    return true;
}

void OpenWorkPanel::discard()
{
    const auto context = m_desk->context();
    QCoro::connect(workflow::discardDraft(context, context.newCommand(), m_asked->patient.id), this,
                   [this, draft = *m_asked](const Result<void> &result) {
                       if (!result)
                           return m_desk->showError(result.error());
                       Q_EMIT aboutToDiscard(draft.task.id);
                       m_desk->drafts()->discard(draft.encounter.id.uuid);
                       m_desk->showDone(tr("The draft was discarded."));
                       readDrafts();
                   });
}

void OpenWorkPanel::retranslate()
{
    showReturned();
    showDrafts();
}

} // namespace simiao::outpatient
