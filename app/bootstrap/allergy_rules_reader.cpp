#include "bootstrap/json_place.h"
#include "bootstrap/reference_loader.h"

#include <map>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using medications::AllergyRule;
using medications::AllergyRules;

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

    /// The rules at `places` for this pair of classes; their words stand under `noteKey`.
    Result<void> read(const JsonPlace &place,
                      const QString &allergyClass,
                      const QString &drugClass,
                      const QString &noteKey)
    {
        AllergyRule rule;
        rule.allergyClass = allergyClass;
        rule.drugClass = drugClass;
        TRY(rule.severity, readLevel(place));
        TRY(rule.note, place.localText(noteKey));
        TRY(rule.source, place.text(u"source"_s));
        TRY(const auto when, place.text(u"when"_s));
        const auto condition = m_conditions.find(when);
        if (condition == m_conditions.end())
            return place.wrong(u"when"_s);
        for (const auto &reaction : condition->second) {
            rule.onlyReaction = reaction;
            m_rules.push_back(rule);
        }
        return ok();
    }

    Result<void> readSameClass(const std::vector<JsonPlace> &places, const QString &substanceClass)
    {
        for (const auto &place : places) {
            TRY_VOID(read(place, substanceClass, substanceClass, u"text"_s));
        }
        return ok();
    }

    Result<void> readCrossReactions(const JsonPlace &ofClass, const QString &substanceClass)
    {
        TRY(const auto places, ofClass.list(u"crossReactsWith"_s));
        for (const auto &place : places) {
            TRY(const auto other, place.text(u"class"_s));
            TRY_VOID(read(place, substanceClass, other, u"note"_s));
        }
        return ok();
    }

    std::vector<AllergyRule> rules() && { return std::move(m_rules); }

private:
    Conditions m_conditions;
    std::vector<AllergyRule> m_rules;
};

} // namespace

Result<AllergyRules> parseAllergyRules(const Json &json, const QString &fileName)
{
    const JsonPlace root(json, fileName);
    AllergyRules rules;
    TRY(rules.version, root.text(u"version"_s));
    TRY(auto conditions, readConditions(root));
    TRY(const auto general, root.list(u"sameClassRules"_s));
    TRY(const auto classes, root.list(u"classes"_s));
    RuleReader reader(std::move(conditions));
    for (const auto &place : classes) {
        TRY(const auto code, place.text(u"code"_s));
        const bool hasOwn = !place.isNull(u"sameClassRules"_s);
        TRY(const auto sameClass, hasOwn ? place.list(u"sameClassRules"_s) : Result(general));
        TRY_VOID(reader.readSameClass(sameClass, code));
        TRY_VOID(reader.readCrossReactions(place, code));
    }
    rules.rules = std::move(reader).rules();
    return rules;
}

} // namespace simiao::bootstrap
