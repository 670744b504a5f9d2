#include "outpatient/views/timeline_panel.h"

#include "sdk/desk.h"
#include "ui/widgets/state_view.h"

#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace simiao::outpatient {

namespace {

struct PastVisit
{
    Instant at;
    QStringList diagnoses;
    QString complaint;
};

using PastVisits = std::map<Id<administration::Encounter>, PastVisit>;

PastVisits pastVisits(const workflow::VisitRecord &record)
{
    PastVisits visits;
    for (const auto &note : record.notes) {
        auto &visit = visits[note.encounter];
        visit.at = note.signedAt.value_or(note.recordedAt);
        if (!note.sections.empty())
            visit.complaint = note.sections.front().text;
    }
    for (const auto &condition : record.conditions) {
        auto &visit = visits[condition.encounter];
        visit.at = std::max(visit.at, condition.recordedAt);
        visit.diagnoses.append(condition.code.code + u' ' + condition.code.display);
    }
    visits.erase(record.encounter.id);
    return visits;
}

std::vector<PastVisit> newestFirst(const PastVisits &visits)
{
    std::vector<PastVisit> ordered;
    for (const auto &[id, visit] : visits)
        ordered.push_back(visit);
    std::ranges::sort(ordered, std::ranges::greater{}, &PastVisit::at);
    return ordered;
}

QString lineOf(const PastVisit &visit)
{
    const QString day = QDateTime::fromMSecsSinceEpoch(visit.at.microseconds / 1000).toString(u"yyyy-MM-dd");
    return QStringList({day, visit.diagnoses.join(QStringLiteral("; ")), visit.complaint})
        .join(QStringLiteral("  "));
}

} // namespace

TimelinePanel::TimelinePanel(sdk::Visit *visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_list(new QListWidget)
    , m_state(new ui::StateView(m_list))
{
    setObjectName(QStringLiteral("consult.timeline"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    setFocusProxy(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
    showRecord();
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &TimelinePanel::showRecord);
}

void TimelinePanel::showRecord()
{
    m_list->setAccessibleName(tr("Earlier visits"));
    m_list->clear();
    for (const auto &visit : newestFirst(pastVisits(m_visit->record())))
        m_list->addItem(lineOf(visit));
    if (m_list->count() == 0)
        m_state->setState(ui::ViewState::empty(tr("No earlier visit is on record here."),
                                               tr("Visits at other hospitals are not connected.")));
    else
        m_state->setState(ui::ViewState::ready());
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showRecord();
    QWidget::changeEvent(event);
}

} // namespace simiao::outpatient
