#include "bootstrap/demo_allergies.h"

#include <QStringList>

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using administration::AllergyStatus;
using clinical::AllergyIntolerance;
using clinical::Criticality;

namespace {

constexpr int kPercentWithTwo = 20;

Criticality criticalityOf(const QString &reaction)
{
    static const QStringList grave{u"anaphylaxis"_s, u"angioedema"_s, u"bronchospasm"_s, u"dress"_s,
                                   u"stevens-johnson"_s};
    if (reaction == "unknown"_L1)
        return Criticality::UnableToAssess;
    return grave.contains(reaction) ? Criticality::High : Criticality::Low;
}

AllergyIntolerance allergyTo(const Allergen &allergen, Id<administration::Patient> patient, Dice &dice)
{
    AllergyIntolerance allergy;
    allergy.id = dice.newId<AllergyIntolerance>();
    allergy.patient = patient;
    allergy.substance = allergen.substance;
    allergy.substanceEn = allergen.substanceEn;
    allergy.substanceClass = allergen.substanceClass;
    allergy.reaction = dice.oneOf(allergen.reactions);
    allergy.criticality = criticalityOf(allergy.reaction);
    return allergy;
}

} // namespace

std::vector<AllergyIntolerance> inventAllergies(const std::vector<Allergen> &allergens,
                                                administration::Patient &patient,
                                                Dice &dice)
{
    static const std::vector<Weighted<AllergyStatus>> answers{
        {AllergyStatus::NoneKnown, 66}, {AllergyStatus::NotAsked, 22}, {AllergyStatus::Recorded, 12}};
    patient.allergyStatus = dice.oneOf(answers);
    std::vector<AllergyIntolerance> allergies;
    if (patient.allergyStatus != AllergyStatus::Recorded)
        return allergies;
    for (int left = dice.happens(kPercentWithTwo) ? 2 : 1; left > 0; --left) {
        auto allergy = allergyTo(dice.oneOf(allergens), patient.id, dice);
        const bool isNew = std::ranges::find(allergies, allergy.substance, &AllergyIntolerance::substance)
            == allergies.end();
        if (isNew)
            allergies.push_back(std::move(allergy));
    }
    return allergies;
}

} // namespace simiao::bootstrap
