#include "sdk/visit.h"

#include "sdk/desk.h"

#include <algorithm>

namespace simiao::sdk {

Visit::Visit(Desk *desk, workflow::VisitRecord record, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_record(std::move(record))
    , m_draft(workflow::draftFromFields(desk->drafts()->entriesOf(m_record.encounter.id.uuid), &m_unreadable))
{
    using scheduling::TaskStatus;
    const auto status = m_record.task.status;
    m_isEditable = status != TaskStatus::Completed && status != TaskStatus::Cancelled
        && status != TaskStatus::EnteredInError;
    if (!m_isEditable && m_record.signedParts)
        takeSigned();
}

/// A signed visit is shown as it was signed; of its draft only the answer to the pharmacist counts.
void Visit::takeSigned()
{
    const auto typed = m_draft;
    m_draft = workflow::draftOf(*m_record.signedParts);
    if (!returned())
        return;
    for (const auto &entry : m_desk->drafts()->entriesOf(m_record.encounter.id.uuid)) {
        if (entry.field == QLatin1String("medications"))
            m_draft.medications = typed.medications;
    }
    m_draft.orderText = typed.orderText;
    m_draft.answer = typed.answer;
}

const workflow::SignedPrescription *Visit::returned() const
{
    const bool isSigned = !m_isEditable && !m_isAnswered && m_record.signedParts;
    return isSigned ? m_record.signedParts->returned() : nullptr;
}

QString Visit::noteTemplate() const
{
    if (!m_draft.noteTemplate.isEmpty())
        return m_draft.noteTemplate;
    // Drafts of before there was a choice were written with the first-visit template.
    return canChooseTemplate() ? workflow::proposedNoteTemplate(m_record) : QStringLiteral("first-visit");
}

bool Visit::canChooseTemplate() const
{
    return m_isEditable && std::ranges::all_of(m_draft.sections, [](const auto &section) {
               return section.second.trimmed().isEmpty();
           });
}

void Visit::journal(const QString &field)
{
    const auto fields = workflow::draftFields(m_draft);
    const auto value = fields.find(field);
    QString text = value == fields.end() ? QString() : value->second;
    // An empty text would say that nothing was typed, and the stored lines would be back.
    if (field == QLatin1String("medications") && text.isEmpty() && returned())
        text = QStringLiteral("[]");
    m_desk->drafts()->record({m_record.encounter.id.uuid, m_record.patient.id.uuid, field, text});
}

void Visit::setSection(const QString &code, const QString &text)
{
    const auto chosen = noteTemplate();
    auto &stored = m_draft.sections[code];
    if (stored == text)
        return;
    stored = text;
    if (m_draft.noteTemplate.isEmpty()) { // what was written with stays, whatever would be proposed later
        m_draft.noteTemplate = chosen;
        journal(QStringLiteral("noteTemplate"));
    }
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

void Visit::setNoteTemplate(const QString &code)
{
    if (!canChooseTemplate() || code == noteTemplate())
        return;
    m_draft.noteTemplate = code;
    journal(QStringLiteral("noteTemplate"));
    Q_EMIT noteTemplateChanged();
}

void Visit::setAnswer(const QString &text)
{
    if (m_draft.answer == text)
        return;
    m_draft.answer = text;
    journal(QStringLiteral("answer"));
    Q_EMIT answerChanged();
}

void Visit::markSigned()
{
    m_desk->drafts()->discard(m_record.encounter.id.uuid);
    m_isAnswered = !m_isEditable;
    m_isEditable = false;
    Q_EMIT editableChanged();
}

void Visit::setAllergies(const administration::Patient &patient,
                         std::vector<clinical::AllergyIntolerance> allergies)
{
    if (m_record.patient == patient && m_record.allergies == allergies)
        return;
    m_record.patient = patient;
    m_record.allergies = std::move(allergies);
    Q_EMIT allergiesChanged();
}

void Visit::setStudies(std::vector<diagnostics::ImagingStudy> studies)
{
    m_record.studies = std::move(studies);
    Q_EMIT studiesChanged();
}

} // namespace simiao::sdk
