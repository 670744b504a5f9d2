#include "outpatient/views/timeline_panel.h"

#include "sdk/desk.h"
#include "ui/widgets/state_view.h"

#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <ranges>

namespace simiao::outpatient {

namespace {

struct PastVisit
{
    QString day; ///< ISO, as far as it is known: 2015, 2015-03, 2015-03-02
    QStringList diagnoses;
    QString complaint;
};

using PastVisits = std::map<Id<administration::Encounter>, PastVisit>;

QString dayOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.microseconds / 1000).toString(u"yyyy-MM-dd");
}

/// What another system tells of began on a day of its own; what is recorded here is of the day it was recorded.
QString dayOf(const clinical::Condition &condition)
{
    if (!condition.onset)
        return dayOf(condition.recordedAt);
    const auto instant = condition.onset->instant();
    return instant ? dayOf(*instant) : condition.onset->toIso();
}

/// A problem that belongs to no visit stands by itself.
Id<administration::Encounter> placeOf(const clinical::Condition &condition)
{
    return condition.encounter.value_or(Id<administration::Encounter>{condition.id.uuid});
}

PastVisits pastVisits(const workflow::VisitRecord &record)
{
    PastVisits visits;
    for (const auto &note : record.notes) {
        auto &visit = visits[note.encounter];
        visit.day = dayOf(note.signedAt.value_or(note.recordedAt));
        if (!note.sections.empty() && visit.complaint.isEmpty()) // the version signed last comes first
            visit.complaint = note.sections.front().text;
    }
    for (const auto &condition : record.conditions) {
        auto &visit = visits[placeOf(condition)];
        visit.day = std::max(visit.day, dayOf(condition));
        visit.diagnoses.append(condition.code.code + u' ' + condition.code.display);
    }
    visits.erase(record.encounter.id);
    return visits;
}

std::vector<PastVisit> newestFirst(const PastVisits &visits)
{
    std::multimap<QString, PastVisit, std::greater<>> byDay;
    for (const auto &[id, visit] : visits | std::views::reverse) // of one day, the later id first
        byDay.emplace(visit.day, visit);
    const auto ordered = byDay | std::views::values;
    return {ordered.begin(), ordered.end()};
}

QString lineOf(const PastVisit &visit)
{
    return QStringList({visit.day, visit.diagnoses.join(QStringLiteral("; ")), visit.complaint})
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
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
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
