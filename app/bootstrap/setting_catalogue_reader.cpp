#include "bootstrap/json_place.h"
#include "bootstrap/reference_loader.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using administration::SettingLevel;
using workflow::SettingRule;

namespace {

Result<SettingRule::Type> readType(const JsonPlace &place)
{
    TRY(const auto word, place.text(u"type"_s));
    if (word == "truth"_L1)
        return SettingRule::Type::Truth;
    if (word == "number"_L1)
        return SettingRule::Type::Number;
    if (word == "text"_L1)
        return SettingRule::Type::Text;
    return word == "choice"_L1 ? Result<SettingRule::Type>(SettingRule::Type::Choice)
                               : Result<SettingRule::Type>(place.wrong(u"type"_s));
}

Result<std::vector<SettingLevel>> readLevels(const JsonPlace &place)
{
    TRY(const auto words, place.texts(u"levels"_s));
    std::vector<SettingLevel> levels;
    for (const auto &word : words) {
        const auto level = fromCode<SettingLevel>(word);
        if (!level)
            return place.wrong(u"levels"_s);
        levels.push_back(*level);
    }
    return levels;
}

Result<void> readLimits(const JsonPlace &place, SettingRule &rule)
{
    if (rule.type == SettingRule::Type::Choice) {
        TRY(const auto choices, place.texts(u"choices"_s));
        rule.choices = {choices.begin(), choices.end()};
    }
    if (rule.type == SettingRule::Type::Number) {
        TRY(rule.least, place.integer(u"least"_s));
        TRY(rule.most, place.integer(u"most"_s));
    }
    if (rule.type == SettingRule::Type::Text) {
        TRY(rule.most, place.integer(u"most"_s));
    }
    return ok();
}

Result<SettingRule> readRule(const JsonPlace &place)
{
    SettingRule rule;
    TRY(rule.key, place.text(u"key"_s));
    TRY(rule.title, place.localText(u"title"_s));
    TRY(rule.type, readType(place));
    TRY_VOID(readLimits(place, rule));
    TRY(rule.standard, place.text(u"standard"_s));
    TRY(rule.levels, readLevels(place));
    rule.isListed = place.isNull(u"listed"_s) || place.json()[u"listed"_s].toBool();
    return rule.check(rule.standard) ? Result<SettingRule>(rule)
                                     : Result<SettingRule>(place.wrong(u"standard"_s));
}

} // namespace

Result<workflow::SettingCatalogue> parseSettingCatalogue(const Json &json, const QString &fileName)
{
    return readList<SettingRule>(JsonPlace(json, fileName), u"settings"_s, readRule);
}

} // namespace simiao::bootstrap
