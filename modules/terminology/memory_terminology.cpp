#include "terminology/memory_terminology.h"

#include "core/task_of.h"
#include "workflow/ports/queries.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::terminology {

namespace {

using medications::Medication;

/// Stored keys where there are some; made ones else.
PinyinKeys keysOf(const Medication &medication)
{
    if (medication.nameInitials.isEmpty() || medication.namePinyin.isEmpty())
        return pinyinOf(medication.name);
    return {medication.nameInitials, medication.namePinyin};
}

void addEnglish(const QString &name, int entry, IndexKeys &keys)
{
    keys.addText(name, entry);
    const auto words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto &word : words.sliced(std::min<qsizetype>(1, words.size())))
        keys.addText(word, entry);
}

void addMedication(const Medication &medication, int entry, IndexKeys &keys)
{
    keys.addCode(medication.code, entry);
    keys.addText(medication.name, entry);
    keys.addPinyin(keysOf(medication), entry);
    addEnglish(medication.nameEn, entry, keys);
    for (const auto &alias : medication.aliases) {
        keys.addText(alias, entry);
        keys.addPinyin(pinyinOf(alias), entry);
    }
}

ConceptIndex indexOf(const std::vector<Medication> &medications)
{
    IndexKeys keys;
    for (std::size_t i = 0; i < medications.size(); ++i)
        addMedication(medications[i], int(i), keys);
    return ConceptIndex(std::move(keys));
}

ConceptIndex indexOf(const std::vector<Coding> &diagnoses)
{
    IndexKeys keys;
    for (std::size_t i = 0; i < diagnoses.size(); ++i) {
        keys.addCode(diagnoses[i].code, int(i));
        keys.addText(diagnoses[i].display, int(i));
        keys.addPinyin(pinyinOf(diagnoses[i].display), int(i));
    }
    return ConceptIndex(std::move(keys));
}

std::vector<Coding> diagnosesIn(const std::vector<Concept> &concepts)
{
    std::vector<Coding> diagnoses;
    for (const auto &entry : concepts) {
        if (entry.system == codesystem::kIcd10Cn)
            diagnoses.push_back({entry.system, entry.code, entry.display});
    }
    std::ranges::sort(diagnoses, {}, &Coding::code);
    return diagnoses;
}

template <typename T>
std::vector<T> pick(const std::vector<T> &all, const std::vector<int> &positions)
{
    std::vector<T> picked;
    for (const int position : positions)
        picked.push_back(all[std::size_t(position)]);
    return picked;
}

Task<std::shared_ptr<MemoryTerminology>> buildAsync(std::vector<Concept> concepts,
                                                    std::vector<Medication> medications)
{
    return taskOf(
        QtConcurrent::run([concepts = std::move(concepts), medications = std::move(medications)]() mutable {
            loadPinyin(); // also for who has no list yet and registers a patient
            return std::make_shared<MemoryTerminology>(std::move(concepts), std::move(medications));
        }));
}

} // namespace

MemoryTerminology::MemoryTerminology(std::vector<Concept> concepts, std::vector<Medication> medications)
    : m_diagnoses(diagnosesIn(concepts))
    , m_diagnosisIndex(indexOf(m_diagnoses))
    , m_medications(std::move(medications))
    , m_medicationIndex(indexOf(m_medications))
{
}

std::vector<Coding> MemoryTerminology::diagnoses(const QString &text, int limit) const
{
    return pick(m_diagnoses, m_diagnosisIndex.find(text, limit));
}

std::vector<Medication> MemoryTerminology::medications(const QString &text, int limit) const
{
    return pick(m_medications, m_medicationIndex.find(text, limit));
}

Task<Result<std::shared_ptr<MemoryTerminology>>> loadTerminology(std::shared_ptr<workflow::Store> store)
{
    auto findingConcepts =
        workflow::find(store, workflow::query::conceptsOfSystem, QString(codesystem::kIcd10Cn));
    CO_TRY(auto concepts, co_await findingConcepts);
    auto findingMedications = workflow::find(store, workflow::query::medications);
    CO_TRY(auto medications, co_await findingMedications);
    auto building = buildAsync(std::move(concepts), std::move(medications));
    co_return co_await building;
}

std::optional<medications::Medication> MemoryTerminology::medication(Id<medications::Medication> id) const
{
    const auto found = std::ranges::find(m_medications, id, [](const auto &each) { return each.id; });
    return found == m_medications.end() ? std::nullopt : std::optional(*found);
}

} // namespace simiao::terminology
