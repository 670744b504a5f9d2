#include "integration/fhir/medication_source.h"

#include "integration/fhir/concept_reader.h"
#include "integration/fhir/modifier.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;

namespace {

const auto kConcept = u"medicationCodeableConcept"_s;
const auto kReference = u"medicationReference"_s;

/// The drug of the contained Medication with this id; other contained resources are remarked.
Coding readContained(const Element &resource, const QString &id)
{
    Coding medication;
    for (const auto &contained : resource.list(u"contained"_s)) {
        const QString type = contained.text(u"resourceType"_s);
        if (type == "Medication"_L1 && contained.text(u"id"_s) == id)
            medication = readConcept(contained.member(u"code"_s));
        else
            contained.drop({}, RemarkCode::UnsupportedResource, type);
    }
    return medication;
}

} // namespace

std::optional<Coding> MedicationSource::medicationOf(const BundleEntry &entry)
{
    const auto &resource = entry.resource;
    const bool isInPlace = resource.has(kConcept);
    const auto medication = isInPlace ? readConcept(resource.member(kConcept)) : readReference(entry);
    if (isSaid(medication))
        return medication;
    resource.drop(isInPlace ? kConcept : kReference,
                  isInPlace ? RemarkCode::ValueNotKept : RemarkCode::ReferenceUnresolved,
                  u"not stored: no drug is named"_s);
    return std::nullopt;
}

Coding MedicationSource::readReference(const BundleEntry &entry)
{
    const auto reference = entry.resource.member(kReference);
    const QString target = reference.text(u"reference"_s);
    const QString display = reference.text(u"display"_s);
    if (target.startsWith(u'#'))
        return readContained(entry.resource, target.mid(1));
    const auto index = m_references->entryOf(target, entry);
    if (index && m_entries->at(*index).type == "Medication"_L1)
        return readEntry(*index);
    if (!display.isEmpty())
        reference.remark(u"reference"_s, RemarkCode::ReferenceUnresolved, u"its display is kept"_s);
    return {{}, {}, display};
}

const Coding &MedicationSource::readEntry(std::size_t index)
{
    const auto known = m_read.find(index);
    if (known != m_read.end())
        return known->second;
    const auto &resource = m_entries->at(index).resource;
    const auto medication = isModified(resource) ? Coding{} : readConcept(resource.member(u"code"_s));
    return m_read.emplace(index, medication).first->second;
}

void MedicationSource::reportUnused() const
{
    for (std::size_t i = 0; i < m_entries->size(); ++i) {
        const auto &entry = m_entries->at(i);
        if (entry.type == "Medication"_L1 && !m_read.contains(i))
            entry.resource.drop({}, RemarkCode::UnsupportedResource);
    }
}

} // namespace simiao::fhir
