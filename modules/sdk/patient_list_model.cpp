#include "sdk/patient_list_model.h"

#include "sdk/person_words.h"
#include "ui/widgets/candidate_model.h"

namespace simiao::sdk {

int PatientListModel::rowOf(Id<administration::Patient> id) const
{
    const auto found = std::ranges::find(rows(), id, [](const auto &patient) { return patient.id; });
    return found == rows().end() ? -1 : int(found - rows().begin());
}

void PatientListModel::setSettings(const workflow::Settings &settings)
{
    m_settings = settings;
    refresh();
}

QVariant PatientListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &patient = at(index.row());
    QString facts = QStringLiteral("%1 %2 · %3")
                        .arg(PersonWords::gender(patient.gender),
                             PersonWords::age(patient.birthDate, m_today), patient.mrn);
    if (patient.confidentiality)
        facts += QStringLiteral(" · ") + PersonWords::confidentiality(patient.confidentiality);
    const QString phone = PersonWords::phone(patient.phone, m_settings);
    switch (role) {
    case Qt::DisplayRole: return patient.name;
    case ui::CandidateModel::SecondaryRole: return facts;
    case ui::CandidateModel::RightRole: return phone;
    case Qt::AccessibleTextRole: return QStringList{patient.name, facts, phone}.join(u' ').simplified();
    default: return {};
    }
}

} // namespace simiao::sdk
