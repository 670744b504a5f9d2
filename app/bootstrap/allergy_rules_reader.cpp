#include "bootstrap/json_place.h"
#include "bootstrap/reference_loader.h"

#include <map>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using medications::Allergen;
using medications::AllergyRule;
using medications::AllergyRules;
using medications::ReactionTerm;
using medications::SideChainRule;
using medications::SubstanceClass;

namespace {

/// Reaction codes by the condition they fulfil; "any" is fulfilled by every record, which the empty code
/// says.
using Conditions = std::map<QString, QStringList>;

Result<Conditions> readConditions(const JsonPlace &root)
{
    Conditions conditions;
    TRY(const auto declared, root.list(u"conditions"_s));
    for (const auto &place : declared) {
        TRY(const auto code, place.text(u"code"_s));
        conditions[code] = code == "any"_L1 ? QStringList{QString()} : QStringList();
    }
    TRY(const auto reactions, root.list(u"reactions"_s));
    for (const auto &place : reactions) {
        TRY(const auto severity, place.text(u"severity"_s));
        TRY(const auto code, place.text(u"code"_s));
        if (const auto condition = conditions.find(severity); condition != conditions.end())
            condition->second.append(code);
    }
    return conditions;
}

Result<Severity> readLevel(const JsonPlace &place)
{
    TRY(const auto level, place.text(u"level"_s));
    if (level == "block"_L1)
        return Severity::Block;
    if (level == "confirm"_L1)
        return Severity::Confirm;
    return level == "notice"_L1 ? Severity::Notice : Result<Severity>(place.wrong(u"level"_s));
}

class RuleReader
{
public:
    explicit RuleReader(Conditions conditions)
        : m_conditions(std::move(conditions))
    {
    }

    /// One rule for each reaction that fulfils its condition. Its words stand under `noteKey`; its id says where it stands.
    template <typename Rule>
    Result<std::vector<Rule>> read(const JsonPlace &place, Rule rule, const QString &noteKey) const
    {
        TRY(rule.severity, readLevel(place));
        TRY(rule.note, place.localText(noteKey));
        TRY(rule.source, place.text(u"source"_s));
        TRY(const auto when, place.text(u"when"_s));
        const auto condition = m_conditions.find(when);
        if (condition == m_conditions.end())
            return place.wrong(u"when"_s);
        rule.id += u'.' + when;
        std::vector<Rule> rules;
        for (const auto &reaction : condition->second) {
            rule.onlyReaction = reaction;
            rules.push_back(rule);
        }
        return rules;
    }

    /// Rules on a class and itself; of the very substance where `substanceClass` is empty.
    Result<std::vector<AllergyRule>> readSame(const std::vector<JsonPlace> &places,
                                              const QString &substanceClass) const
    {
        const QString id = substanceClass.isEmpty() ? u"same-substance"_s : u"same-class."_s + substanceClass;
        std::vector<AllergyRule> rules;
        for (const auto &place : places) {
            TRY(const auto found,
                read(place, AllergyRule{substanceClass, substanceClass, {}, {}, {}, {}, id}, u"text"_s));
            rules.insert(rules.end(), found.begin(), found.end());
        }
        return rules;
    }

    Result<std::vector<AllergyRule>> readCrossReactions(const JsonPlace &ofClass,
                                                        const QString &substanceClass) const
    {
        TRY(const auto places, ofClass.list(u"crossReactsWith"_s));
        std::vector<AllergyRule> rules;
        for (const auto &place : places) {
            TRY(const auto other, place.text(u"class"_s));
            const QString id = u"cross-reaction.%1.%2"_s.arg(substanceClass, other);
            TRY(const auto found,
                read(place, AllergyRule{substanceClass, other, {}, {}, {}, {}, id}, u"note"_s));
            rules.insert(rules.end(), found.begin(), found.end());
        }
        return rules;
    }

    Result<std::vector<SideChainRule>> readSideChain(const JsonPlace &place) const
    {
        SideChainRule rule;
        TRY(const auto code, place.text(u"code"_s));
        TRY(rule.members, place.texts(u"members"_s));
        rule.id = u"side-chain."_s + code;
        return read(place, rule, u"note"_s);
    }

private:
    Conditions m_conditions;
};

Result<SubstanceClass> readClass(const JsonPlace &place)
{
    SubstanceClass one;
    TRY(one.code, place.text(u"code"_s));
    TRY(one.text, place.localText());
    TRY(one.members, place.texts(u"members"_s));
    return one;
}

Result<ReactionTerm> readReaction(const JsonPlace &place)
{
    ReactionTerm reaction;
    TRY(reaction.code, place.text(u"code"_s));
    TRY(reaction.text, place.localText());
    TRY(const auto severity, place.text(u"severity"_s));
    reaction.isGrave = severity != "other"_L1;
    return reaction;
}

Result<Allergen> readAllergen(const JsonPlace &place)
{
    Allergen allergen;
    TRY(allergen.code, place.text(u"code"_s));
    TRY(allergen.text, place.localText());
    TRY(allergen.substanceClass, place.optionalText(u"class"_s));
    TRY(allergen.atc, place.optionalText(u"atc"_s));
    return allergen;
}

/// Some files have no list of these: then there is none to choose from.
template <typename T>
Result<std::vector<T>> readListOrNone(const JsonPlace &root,
                                      const QString &key,
                                      Result<T> (*read)(const JsonPlace &))
{
    return root.isNull(key) ? std::vector<T>() : readList<T>(root, key, read);
}

template <typename T>
void append(std::vector<T> &all, const std::vector<T> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

Result<void> readClassRules(const JsonPlace &place,
                            const std::vector<JsonPlace> &general,
                            const RuleReader &reader,
                            AllergyRules &rules)
{
    TRY(const auto one, readClass(place));
    const bool hasOwn = !place.isNull(u"sameClassRules"_s);
    TRY(const auto places, hasOwn ? place.list(u"sameClassRules"_s) : Result(general));
    TRY(const auto same, reader.readSame(places, one.code));
    TRY(const auto cross, reader.readCrossReactions(place, one.code));
    rules.classes.push_back(one);
    append(rules.rules, same);
    append(rules.rules, cross);
    return ok();
}

} // namespace

Result<AllergyRules> parseAllergyRules(const Json &json, const QString &fileName)
{
    const JsonPlace root(json, fileName);
    AllergyRules rules;
    TRY(rules.version, root.text(u"version"_s));
    TRY(auto conditions, readConditions(root));
    TRY(const auto general, root.list(u"sameClassRules"_s));
    TRY(const auto classes, root.list(u"classes"_s));
    const RuleReader reader(std::move(conditions));
    TRY(rules.sameSubstance, reader.readSame(general, {}));
    for (const auto &place : classes) {
        TRY_VOID(readClassRules(place, general, reader, rules));
    }
    if (!root.isNull(u"sideChains"_s)) {
        TRY(const auto sideChains, root.list(u"sideChains"_s));
        for (const auto &place : sideChains) {
            TRY(const auto sideChain, reader.readSideChain(place));
            append(rules.sideChains, sideChain);
        }
    }
    TRY(rules.reactions, readListOrNone<ReactionTerm>(root, u"reactions"_s, readReaction));
    TRY(rules.allergens, readListOrNone<Allergen>(root, u"allergens"_s, readAllergen));
    return rules;
}

} // namespace simiao::bootstrap
