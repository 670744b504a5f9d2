#include "outpatient/views/chart_age_line.h"

#include "sdk/known_state.h"

#include <QCoroTask>

namespace simiao::outpatient {

ChartAgeLine::ChartAgeLine(sdk::Visit *visit, QWidget *parent)
    : NoticeLine({}, parent)
    , m_visit(visit)
    , m_known(new sdk::KnownState(visit->desk(), this))
{
    setObjectName(QStringLiteral("consult.chartAge"));
    m_known->take(ui::ViewState::ready()); // it was opened just now
    connect(m_known, &sdk::KnownState::changed, this, &ChartAgeLine::tell);
    connect(m_known, &sdk::KnownState::rereadWanted, this, &ChartAgeLine::read);
    connect(this, &NoticeLine::triggered, this, &ChartAgeLine::read);
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &ChartAgeLine::tell);
    tell();
}

void ChartAgeLine::read()
{
    QCoro::connect(workflow::openVisit(m_visit->desk()->context(), m_visit->record().task.id), this,
                   [this](const Result<workflow::VisitRecord> &record) {
                       if (!record)
                           return m_known->fail(record.error());
                       m_visit->setAllergies(record->patient, record->allergies);
                       m_visit->setStudies(record->studies);
                       m_known->take(ui::ViewState::ready());
                   });
}

void ChartAgeLine::tell()
{
    auto notice = ui::describe(m_known->state(), m_visit->desk()->locale(), QDate::currentDate());
    const bool isWriting = m_visit->isEditable() && m_known->state().kind == ui::ViewState::Kind::Stale;
    if (isWriting && notice.secondary.isEmpty())
        notice.secondary = tr("What you write is kept on this computer.");
    setNotice(notice);
    setProperty("text", notice.text);
    setVisible(m_known->state().hasNotice());
}

} // namespace simiao::outpatient
