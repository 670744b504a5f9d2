#include "sdk/visit.h"

#include "sdk/desk.h"

namespace simiao::sdk {

Visit::Visit(Desk *desk, workflow::VisitRecord record, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_record(std::move(record))
    , m_draft(workflow::draftFromFields(desk->drafts()->entriesOf(m_record.encounter.id.uuid), &m_unreadable))
{
    m_isEditable = m_record.task.status != scheduling::TaskStatus::Completed;
}

void Visit::journal(const QString &field)
{
    const auto fields = workflow::draftFields(m_draft);
    const auto value = fields.find(field);
    const QString text = value == fields.end() ? QString() : value->second;
    m_desk->drafts()->record({m_record.encounter.id.uuid, m_record.patient.id.uuid, field, text});
}

void Visit::setSection(const QString &code, const QString &text)
{
    auto &stored = m_draft.sections[code];
    if (stored == text)
        return;
    stored = text;
    journal(QStringLiteral("note.") + code);
    Q_EMIT sectionChanged(code);
}

void Visit::setDiagnoses(std::vector<workflow::DiagnosisDraft> diagnoses)
{
    if (m_draft.diagnoses == diagnoses)
        return;
    m_draft.diagnoses = std::move(diagnoses);
    journal(QStringLiteral("diagnoses"));
    Q_EMIT diagnosesChanged();
}

void Visit::setMedications(std::vector<workflow::MedicationDraft> medications)
{
    if (m_draft.medications == medications)
        return;
    m_draft.medications = std::move(medications);
    journal(QStringLiteral("medications"));
    Q_EMIT medicationsChanged();
}

void Visit::setOrderText(const QString &text)
{
    if (m_draft.orderText == text)
        return;
    m_draft.orderText = text;
    journal(QStringLiteral("orderText"));
    Q_EMIT orderTextChanged();
}

void Visit::markSigned()
{
    m_desk->drafts()->discard(m_record.encounter.id.uuid);
    m_isEditable = false;
    Q_EMIT editableChanged();
}

void Visit::setStudies(std::vector<diagnostics::ImagingStudy> studies)
{
    m_record.studies = std::move(studies);
    Q_EMIT studiesChanged();
}

} // namespace simiao::sdk
