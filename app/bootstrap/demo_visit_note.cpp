#include "bootstrap/demo_visit_note.h"

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using administration::AllergyStatus;
using clinical::Composition;
using clinical::Condition;

namespace {

// LOINC codes of resources/templates/note_outpatient.json; the last is that of a plan of care.
constexpr auto kChiefComplaint = "10154-3"_L1;
constexpr auto kPresentIllness = "10164-2"_L1;
constexpr auto kPastHistory = "11348-0"_L1;
constexpr auto kExamination = "29545-1"_L1;
constexpr auto kPlanOfCare = "18776-5"_L1;

constexpr int kPercentWithSecondDiagnosis = 33;

QString allergySentence(const DemoPerson &person)
{
    QStringList substances;
    for (const auto &allergy : person.allergies)
        substances.append(allergy.substance);
    switch (person.patient.allergyStatus) {
    case AllergyStatus::NotAsked: return {};
    case AllergyStatus::NoneKnown: return u"否认药物及食物过敏史。"_s;
    case AllergyStatus::Recorded: return u"对%1过敏。"_s.arg(substances.join(u'、'));
    }
    return {};
}

QString sectionText(const VisitScene &scene, const QString &code, Dice &dice)
{
    const auto &complaint = scene.complaint();
    if (code == kChiefComplaint)
        return complaint.text;
    if (code == kPresentIllness)
        return complaint.history;
    if (code == kExamination)
        return complaint.examination;
    if (code == kPastHistory)
        return dice.oneOf(scene.source.material.pastHistories) + allergySentence(scene.person);
    return {};
}

bool isMeant(const Advice &advice, const Complaint &complaint)
{
    const auto &whom = advice.meantFor;
    return whom.empty() || std::ranges::find(whom, complaint.department) != whom.end()
        || std::ranges::find(whom, complaint.diagnosis.code) != whom.end();
}

/// One or two pieces of advice that fit.
QString adviceText(const VisitScene &scene, Dice &dice)
{
    std::vector<QString> fitting;
    for (const auto &advice : scene.source.material.advice) {
        if (isMeant(advice, scene.complaint()))
            fitting.push_back(advice.text);
    }
    if (fitting.empty())
        return {};
    const QString first = dice.oneOf(fitting);
    const QString second = dice.oneOf(fitting);
    return first == second ? first : first + second;
}

Condition conditionOf(const VisitScene &scene, const Complaint &complaint, int rank, Dice &dice)
{
    Condition condition;
    condition.id = dice.newId<Condition>();
    condition.patient = scene.patient().id;
    condition.encounter = scene.encounter.id;
    condition.code = complaint.diagnosis;
    condition.rank = rank;
    // Recorded when the store was filled: without this it would be listed under that day.
    condition.onset = PartialDateTime(scene.encounter.start);
    return condition;
}

} // namespace

Composition inventNote(const VisitScene &scene, Dice &dice)
{
    const auto wanted = scene.plan.isReturn ? u"return-visit"_s : u"first-visit"_s;
    Composition note;
    note.id = dice.newId<Composition>();
    note.patient = scene.patient().id;
    note.encounter = scene.encounter.id;
    note.status = clinical::CompositionStatus::Final;
    note.type = wanted;
    note.author = scene.physician();
    note.signedAt = scene.signedAt();
    if (const auto *noteTemplate = scene.source.reference->noteTemplate(wanted)) {
        for (const auto &section : noteTemplate->sections)
            note.sections.push_back({section.code, section.title.zh, sectionText(scene, section.code, dice)});
    }
    note.sections.push_back({kPlanOfCare, u"处理意见"_s, adviceText(scene, dice)});
    return note;
}

std::vector<Condition> inventConditions(const VisitScene &scene, Dice &dice)
{
    std::vector<Condition> conditions{conditionOf(scene, scene.complaint(), 1, dice)};
    if (scene.plan.earlier && dice.happens(kPercentWithSecondDiagnosis))
        conditions.push_back(conditionOf(scene, *scene.plan.earlier, 2, dice));
    return conditions;
}

} // namespace simiao::bootstrap
