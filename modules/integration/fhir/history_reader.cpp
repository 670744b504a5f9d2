#include "integration/fhir/history_reader.h"

#include "integration/fhir/allergy_reader.h"
#include "integration/fhir/condition_reader.h"
#include "integration/fhir/encounter_reader.h"
#include "integration/fhir/medication_reader.h"
#include "integration/fhir/modifier.h"
#include "integration/fhir/observation_reader.h"
#include "integration/fhir/patient_reader.h"

#include <algorithm>

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using administration::AllergyStatus;
using administration::Encounter;
using administration::Patient;

std::vector<workflow::PatientHistory> HistoryReader::read()
{
    readAll(u"Patient"_s, &HistoryReader::readPerson);
    readAll(u"Encounter"_s, &HistoryReader::readVisit);
    readAll(u"Condition"_s, &HistoryReader::readDiagnosis);
    readAll(u"AllergyIntolerance"_s, &HistoryReader::readAllergyOf);
    readAll(u"Observation"_s, &HistoryReader::readMeasurements);
    readAll(u"MedicationStatement"_s, &HistoryReader::readStatement);
    readAll(u"MedicationRequest"_s, &HistoryReader::readRequest);
    settleAllergyStatus();
    reportOthers();
    std::vector<History> histories;
    for (auto &[index, history] : m_histories)
        histories.push_back(std::move(history));
    return histories;
}

void HistoryReader::readAll(const QString &type, Read read)
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].type == type)
            (this->*read)(i);
    }
}

void HistoryReader::readPerson(std::size_t index)
{
    const auto &entry = m_entries[index];
    if (isModified(entry.resource))
        entry.resource.refuse({}, u"fhir.patient-modified"_s);
    History history;
    history.entry = entry.resource.path();
    history.patient = readPatient(entry.resource, m_options.today);
    history.patient.id = Id<Patient>{m_options.newUuid()};
    m_histories.emplace(index, std::move(history));
}

void HistoryReader::readVisit(std::size_t index)
{
    const auto &entry = m_entries[index];
    auto *owner = ownerOf(entry, u"subject"_s);
    if (!owner)
        return;
    for (const auto &visit : readEncounter(entry.resource)) {
        owner->encounters.push_back(owned(visit, *owner));
        m_visits.emplace(index, Visit{owner->encounters.back().id, owner});
    }
}

void HistoryReader::readDiagnosis(std::size_t index)
{
    const auto &entry = m_entries[index];
    auto *owner = ownerOf(entry, u"subject"_s);
    if (!owner)
        return;
    for (auto condition : readCondition(entry.resource)) {
        condition.encounter = visitOf(entry, *owner);
        owner->conditions.push_back(owned(condition, *owner));
    }
}

void HistoryReader::readAllergyOf(std::size_t index)
{
    const auto &entry = m_entries[index];
    auto *owner = ownerOf(entry, u"patient"_s);
    const auto reading = owner ? readAllergy(entry.resource) : std::nullopt;
    if (!reading)
        return;
    if (reading->isNoneKnown)
        m_noneKnown.emplace_back(index, owner);
    else
        owner->allergies.push_back(owned(reading->allergy, *owner));
}

void HistoryReader::readMeasurements(std::size_t index)
{
    const auto &entry = m_entries[index];
    if (auto *owner = ownerOf(entry, u"subject"_s))
        add(owner->observations, readObservation(entry.resource), *owner);
}

void HistoryReader::readStatement(std::size_t index)
{
    const auto &entry = m_entries[index];
    auto *owner = ownerOf(entry, u"subject"_s);
    const auto medication = owner ? m_medications.medicationOf(entry) : std::nullopt;
    if (medication)
        add(owner->medicationStatements, readMedicationStatement(entry.resource, *medication), *owner);
}

void HistoryReader::readRequest(std::size_t index)
{
    const auto &entry = m_entries[index];
    auto *owner = ownerOf(entry, u"subject"_s);
    const auto medication = owner ? m_medications.medicationOf(entry) : std::nullopt;
    if (medication)
        add(owner->medicationStatements, readMedicationRequest(entry.resource, *medication), *owner);
}

/// "No known allergies" holds only where no allergy is known.
void HistoryReader::settleAllergyStatus()
{
    for (auto &[index, history] : m_histories) {
        if (!history.allergies.empty())
            history.patient.allergyStatus = AllergyStatus::Recorded;
    }
    for (const auto &[index, owner] : m_noneKnown) {
        if (owner->allergies.empty())
            owner->patient.allergyStatus = AllergyStatus::NoneKnown;
        else
            m_entries[index].resource.drop(u"code"_s, RemarkCode::ValueNotKept,
                                           u"not stored: an allergy is recorded"_s);
    }
}

void HistoryReader::reportOthers()
{
    static const QStringList known{
        u"Patient"_s,     u"Encounter"_s,  u"Condition"_s,         u"AllergyIntolerance"_s,
        u"Observation"_s, u"Medication"_s, u"MedicationRequest"_s, u"MedicationStatement"_s};
    for (const auto &entry : m_entries) {
        if (!known.contains(entry.type))
            entry.resource.drop({}, RemarkCode::UnsupportedResource);
    }
    m_medications.reportUnused();
}

/// The history of the patient a resource is about; null, with the resource dropped, when the file does not hold her or
/// the resource cannot be understood.
workflow::PatientHistory *HistoryReader::ownerOf(const BundleEntry &entry, const QString &subject)
{
    if (isModified(entry.resource))
        return nullptr;
    const auto target = m_references.entryOf(entry.resource.member(subject).text(u"reference"_s), entry);
    const auto history = target ? m_histories.find(*target) : m_histories.end();
    if (history != m_histories.end())
        return &history->second;
    entry.resource.drop(subject, RemarkCode::ReferenceUnresolved, u"not stored: no such patient here"_s);
    return nullptr;
}

/// Condition.encounter, when the visit is kept and of the same person.
std::optional<Id<Encounter>> HistoryReader::visitOf(const BundleEntry &entry, const History &owner)
{
    const auto name = u"encounter"_s;
    if (!entry.resource.has(name))
        return std::nullopt;
    const auto reference = entry.resource.member(name);
    const auto target = m_references.entryOf(reference.text(u"reference"_s), entry);
    const auto visit = target ? m_visits.find(*target) : m_visits.end();
    if (visit != m_visits.end() && visit->second.owner == &owner)
        return visit->second.id;
    entry.resource.remark(name, RemarkCode::ReferenceUnresolved, u"no such visit of the patient is kept"_s);
    return std::nullopt;
}

} // namespace simiao::fhir
