#pragma once

#include "domain/base/issue.h"
#include "domain/clinical/allergy_intolerance.h"
#include "domain/medications/medication.h"

namespace simiao::medications {

/// One rule of resources/rules/allergy_classes.json.
struct AllergyRule
{
    /// Class of the documented allergy.
    QString allergyClass;
    /// Class of the ordered drug it speaks of: the same, or one that cross-reacts.
    QString drugClass;
    /// Applies only when the documented reaction has this code; empty applies always.
    QString onlyReaction;
    Severity severity = Severity::Confirm;
    /// Why, in the words of the rule.
    LocalText note;
    QString source;
    /// "same-class.penicillins.anaphylaxis", "cross-reaction.penicillins.cephalosporins.any": from where it stands.
    QString id = {};
};

/// Drugs that share a side chain: who reacts to one is likelier to react to the others than the classes say.
struct SideChainRule
{
    /// ATC codes, or beginnings of them.
    std::vector<QString> members;
    /// As in AllergyRule.
    QString onlyReaction;
    Severity severity = Severity::Confirm;
    LocalText note;
    QString source;
    QString id; ///< "side-chain.aminopenicillin.any"
};

/// A class of substances and which drugs belong to it.
struct SubstanceClass
{
    QString code;
    LocalText text;
    std::vector<QString> members; ///< ATC codes, or beginnings of them
};

/// A substance people are allergic to, as the list to choose from has it.
struct Allergen
{
    QString code;
    LocalText text;
    QString substanceClass; ///< empty when it belongs to none
    QString atc;            ///< empty for a whole class, and for what is no drug
};

/// A reaction as the list to choose from has it.
struct ReactionTerm
{
    QString code;
    LocalText text;
    bool isGrave =
        false; ///< its severity is one that rules ask for: the risk is high unless somebody says otherwise
};

/// Code system of Allergen::code, and of a drug that is in no list: what AllergyIntolerance::code says.
inline constexpr QLatin1StringView kAllergenSystem{"urn:simiao:allergen"};
inline constexpr QLatin1StringView kAtcSystem{"http://www.whocc.no/atc"};

/// resources/rules/allergy_classes.json.
struct AllergyRules
{
    std::vector<AllergyRule> rules;
    QString version;
    /// For the very substance where its class has no rules, or it belongs to none.
    std::vector<AllergyRule> sameSubstance = {};
    std::vector<SideChainRule> sideChains = {};
    std::vector<SubstanceClass> classes = {};
    std::vector<Allergen> allergens = {};
    std::vector<ReactionTerm> reactions = {};

    /// The listed substance that was recorded: by its code, else by its very name; null when it is none of the list.
    const Allergen *allergenOf(const clinical::AllergyIntolerance &allergy) const;
    /// The class a drug with this ATC code belongs to; empty when there is none.
    QString classOf(const QString &atc) const;
};

/// What the drug may do to this patient. Sorted, gravest first; one issue per documented allergy (the gravest rule).
/// Of those rules that hold, the strictest counts: same class or same substance (ATC code), cross-reaction of the classes,
/// shared side chain. Reactions: each recorded one counts. What was entered in error says nothing; what nobody confirmed
/// blocks nothing, but asks for a reason where it would block.
/// An allergy that no rule knows gives the notice `allergy.unclassified`.
/// \param status  NotAsked gives the notice `allergy.not-asked`: not checked is said, not hidden
std::vector<Issue> checkAllergies(const Medication &drug,
                                  administration::AllergyStatus status,
                                  const std::vector<clinical::AllergyIntolerance> &allergies,
                                  const AllergyRules &rules);

} // namespace simiao::medications
