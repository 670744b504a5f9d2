#include "integration/fhir/allergy_reader.h"

#include "integration/fhir/absence.h"
#include "integration/fhir/concept_reader.h"
#include "integration/fhir/reaction_words.h"

#include <algorithm>

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using clinical::AllergyIntolerance;
using clinical::Criticality;

namespace {

/// A status that must be one of `kept`, or absent; else the resource is dropped. Of `doubtful` ones the status alone is
/// lost.
bool holds(const Element &resource, const QString &name, const QStringList &kept, const QStringList &doubtful)
{
    const QString word = readStatusCode(resource.member(name));
    if (word.isEmpty() || kept.contains(word))
        return true;
    if (doubtful.contains(word))
        resource.remark(name, RemarkCode::ValueNotKept, word);
    else
        resource.drop(name, RemarkCode::ValueNotKept, u"not stored: "_s + word);
    return doubtful.contains(word);
}

bool isInForce(const Element &resource)
{
    return holds(resource, u"clinicalStatus"_s, {u"active"_s}, {})
        && holds(resource, u"verificationStatus"_s, {u"confirmed"_s}, {u"unconfirmed"_s, u"presumed"_s});
}

/// AllergyIntolerance.code, or the substance of the first reaction where only that is said.
Coding readSubstance(const Element &resource)
{
    const auto reactions = resource.list(u"reaction"_s);
    if (resource.has(u"code"_s) || reactions.empty())
        return readConcept(resource.member(u"code"_s));
    return readConcept(reactions.front().member(u"substance"_s));
}

Criticality readCriticality(const Element &resource)
{
    const QString word = resource.text(u"criticality"_s);
    const auto criticality = fromCode<Criticality>(word);
    if (!criticality && !word.isEmpty())
        resource.remark(u"criticality"_s, RemarkCode::ValueNotKept, word);
    return criticality.value_or(Criticality::UnableToAssess);
}

struct Manifestation
{
    Element element;
    QString word;
};

std::vector<Manifestation> readManifestations(const Element &resource)
{
    std::vector<Manifestation> found;
    for (const auto &reaction : resource.list(u"reaction"_s)) {
        for (const auto &element : reaction.list(u"manifestation"_s))
            found.push_back({element, reactionWord(readConcept(element))});
    }
    return found;
}

/// AllergyIntolerance.reaction.manifestation: anaphylaxis before all others, else the first.
QString readReaction(const Element &resource)
{
    const auto found = readManifestations(resource);
    const auto gravest = std::ranges::find(found, u"anaphylaxis"_s, &Manifestation::word);
    const auto chosen = gravest == found.end() ? found.begin() : gravest;
    for (auto other = found.begin(); other != found.end(); ++other) {
        if (other != chosen)
            other->element.drop({}, RemarkCode::ValueNotKept, u"one reaction is kept"_s);
    }
    return chosen == found.end() ? QString() : chosen->word;
}

AllergyIntolerance allergyOf(const Element &resource, const Coding &substance)
{
    AllergyIntolerance allergy;
    allergy.substance = substance.display.isEmpty() ? substance.code : substance.display;
    allergy.criticality = readCriticality(resource);
    allergy.reaction = readReaction(resource);
    if (!substance.isEmpty())
        allergy.code = substance;
    return allergy;
}

} // namespace

std::optional<AllergyReading> readAllergy(const Element &resource)
{
    if (!isInForce(resource))
        return std::nullopt;
    const auto substance = readSubstance(resource);
    const auto absence = absenceOf(substance);
    if (absence == Absence::KnownAbsent)
        return AllergyReading{true, {}};
    if (absence != Absence::None || !isSaid(substance)) {
        resource.drop(u"code"_s, RemarkCode::ValueNotKept, u"not stored: names no allergy"_s);
        return std::nullopt;
    }
    return AllergyReading{false, allergyOf(resource, substance)};
}

} // namespace simiao::fhir
