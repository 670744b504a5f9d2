#include "bootstrap/json_place.h"
#include "bootstrap/reference_loader.h"

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using medications::PrescriptionRule;
using medications::PrescriptionRules;
using medications::RuleParameters;

namespace {

Result<Severity> readLevel(const JsonPlace &place)
{
    TRY(const auto level, place.text(u"level"_s));
    if (level == "block"_L1)
        return Severity::Block;
    if (level == "confirm"_L1)
        return Severity::Confirm;
    return level == "notice"_L1 ? Severity::Notice : Result<Severity>(place.wrong(u"level"_s));
}

/// What nobody looked up in the regulation does not refuse anything.
Severity severityOf(Severity level, const QString &document, const std::vector<QString> &marks)
{
    const auto isMarked = [&marks](const QString &mark) {
        return std::ranges::find(marks, mark) != marks.end();
    };
    const bool isSure = !document.isEmpty() && !marks.empty() && !isMarked(u"G"_s);
    return level == Severity::Block && !isSure ? Severity::Notice : level;
}

Result<std::optional<int>> readNumber(const JsonPlace &place, const QString &key)
{
    if (place.isNull(key))
        return std::optional<int>();
    TRY(const auto number, place.integer(key));
    return std::optional(number);
}

Result<QString> readWord(const JsonPlace &place, const QString &key)
{
    return place.optionalText(key);
}

Result<std::vector<QString>> readWords(const JsonPlace &place, const QString &key)
{
    return place.isNull(key) ? std::vector<QString>() : place.texts(key);
}

/// An object of numbers; a bare number stands for all under "other".
Result<std::map<QString, int>> readNumbers(const JsonPlace &place, const QString &key)
{
    std::map<QString, int> numbers;
    const Json &value = place.json()[key];
    if (value.isNull())
        return numbers;
    if (value.isNumber()) {
        TRY(numbers[u"other"_s], place.integer(key));
        return numbers;
    }
    if (!value.isObject())
        return place.wrong(key);
    const auto members = place.member(key);
    for (const auto &[name, number] : value.object()) {
        TRY(numbers[name], members.integer(name));
    }
    return numbers;
}

Result<std::map<QString, QString>> readNames(const JsonPlace &place, const QString &key)
{
    std::map<QString, QString> names;
    const Json &value = place.json()[key];
    if (value.isNull())
        return names;
    if (!value.isObject())
        return place.wrong(key);
    const auto members = place.member(key);
    for (const auto &[name, text] : value.object()) {
        TRY(names[name], members.text(name));
    }
    return names;
}

Result<std::map<QString, int>> readExceptions(const JsonPlace &place)
{
    std::map<QString, int> days;
    if (place.isNull(u"exceptions"_s))
        return days;
    TRY(const auto exceptions, place.list(u"exceptions"_s));
    for (const auto &exception : exceptions) {
        TRY(const auto atc, exception.text(u"atc"_s));
        TRY(days[atc], exception.integer(u"maxDays"_s));
    }
    return days;
}

/// Both classes of the light red form are one kind of form here.
QString formCode(const QString &kind)
{
    const bool isRed = kind == "narcotic"_L1 || kind == "psychotropic-1"_L1;
    return isRed ? codeOf(medications::PrescriptionForm::NarcoticPsychotropicOne) : kind;
}

/// "light green, Paediatric" by form.
Result<std::map<QString, LocalText>> readForms(const JsonPlace &place)
{
    std::map<QString, LocalText> forms;
    if (place.isNull(u"forms"_s))
        return forms;
    TRY(const auto list, place.list(u"forms"_s));
    for (const auto &form : list) {
        TRY(const auto kind, form.text(u"kind"_s));
        TRY(auto words, form.localText(u"colour"_s));
        if (!form.isNull(u"mark"_s)) {
            TRY(const auto mark, form.localText(u"mark"_s));
            words = {words.en + u", "_s + mark.en, words.zh + u"，"_s + mark.zh};
        }
        forms.insert_or_assign(formCode(kind), words);
    }
    return forms;
}

Result<RuleParameters> readParameters(const JsonPlace &place)
{
    RuleParameters parameters;
    TRY(parameters.maxLines, readNumber(place, u"maxLines"_s));
    TRY(parameters.maxDays, readNumbers(place, u"maxDays"_s));
    TRY(parameters.injectionDoses, readNumber(place, u"injectionDoses"_s));
    TRY(parameters.classes, readWords(place, u"classes"_s));
    TRY(parameters.underYears, readNumber(place, u"underYears"_s));
    TRY(parameters.usualWeeks, readNumber(place, u"usualWeeks"_s));
    TRY(parameters.grade, readWord(place, u"grade"_s));
    TRY(parameters.minLevel, readNames(place, u"minLevel"_s));
    TRY(parameters.setting, readWord(place, u"setting"_s));
    TRY(parameters.exceptionDays, readExceptions(place));
    TRY(parameters.unlessRule, readWord(place, u"unlessRule"_s));
    TRY(parameters.forms, readForms(place));
    return parameters;
}

Result<Date> readDay(const JsonPlace &place, const QString &key)
{
    TRY(const auto iso, place.text(key));
    const auto day = Date::parse(iso);
    return day ? day : Result<Date>(place.wrong(key));
}

Result<PrescriptionRule> readRule(const JsonPlace &place)
{
    PrescriptionRule rule;
    TRY(rule.id, place.text(u"id"_s));
    TRY(rule.check, place.text(u"check"_s));
    TRY(rule.text, place.localText(u"text"_s));
    const auto source = place.member(u"source"_s);
    TRY(rule.source, source.optionalText(u"document"_s));
    TRY(const auto marks, readWords(source, u"marks"_s));
    TRY(const auto level, readLevel(place));
    rule.severity = severityOf(level, rule.source, marks);
    TRY(rule.scope, place.texts(u"scope"_s));
    TRY(rule.validFrom, readDay(place, u"validFrom"_s));
    if (!place.isNull(u"validTo"_s)) {
        TRY(rule.validTo, readDay(place, u"validTo"_s));
    }
    TRY(rule.parameters, readParameters(place.member(u"parameters"_s)));
    return rule;
}

} // namespace

Result<PrescriptionRules> parsePrescriptionRules(const Json &json, const QString &fileName)
{
    const JsonPlace root(json, fileName);
    PrescriptionRules rules;
    TRY(rules.version, root.text(u"version"_s));
    TRY(rules.rules, readList<PrescriptionRule>(root, u"rules"_s, readRule));
    return rules;
}

} // namespace simiao::bootstrap
