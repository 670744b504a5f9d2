#include "tour/step_parse.h"

#include "core/try.h"
#include "tour/damage_files.h"
#include "tour/keys.h"

#include <QHash>
#include <QRegularExpression>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

constexpr int kLongestWaitMs = 10'000;
constexpr int kUsualWaitMs = 5'000;

Result<void> mustBeTrue(const Place &place)
{
    if (!place.json.toBool())
        return place.error(u"must be true"_s);
    return ok();
}

Result<Action> login(const Place &place)
{
    TRY_VOID(onlyMembers(place, {u"user"_s, u"password"_s}));
    TRY(const auto user, textAt(place[u"user"_s]));
    TRY(const auto password, textAt(place[u"password"_s]));
    return Action(Login{user, password});
}

Result<QString> keyName(const Place &place)
{
    TRY(const auto name, textAt(place));
    if (const auto key = parseKey(name); !key)
        return place.error(key.error().detail);
    return name;
}

Result<Action> press(const Place &place)
{
    if (place.json.isString()) {
        TRY(const auto name, keyName(place));
        return Action(Press{{name}});
    }
    Press press;
    for (const auto &key : place.json.array()) {
        TRY(const auto name, keyName({key, place.path, place.language}));
        press.keys += name;
    }
    if (press.keys.isEmpty())
        return place.error(u"must be a key or a list of keys"_s);
    return Action(press);
}

Result<Action> type(const Place &place)
{
    TRY(const auto typed, textAt(place));
    return Action(Type{typed});
}

/// The condition with `is` or `matches` in the language of the place.
Result<Condition> condition(const Place &place)
{
    Json local;
    for (const auto &key : {u"is"_s, u"matches"_s}) {
        if (place.json[key].isNull())
            continue;
        TRY(const auto value, textAt(place[key]));
        local.insert(key, value);
    }
    const auto parsed = parseCondition(local);
    if (!parsed)
        return place.error(parsed.error().detail);
    return *parsed;
}

Result<Action> expectWithin(const Place &place, int timeoutMs)
{
    TRY(const auto object, textAt(place[u"object"_s]));
    TRY(const auto property, textAt(place[u"property"_s]));
    TRY(const auto wanted, condition(place));
    return Action(Expect{object, property, wanted, timeoutMs});
}

Result<Action> expect(const Place &place)
{
    TRY_VOID(onlyMembers(place, {u"object"_s, u"property"_s, u"is"_s, u"matches"_s}));
    return expectWithin(place, 0);
}

Result<Action> waitFor(const Place &place)
{
    TRY_VOID(onlyMembers(place, {u"object"_s, u"property"_s, u"is"_s, u"matches"_s, u"timeoutMs"_s}));
    TRY(const auto timeout, numberAt(place[u"timeoutMs"_s], kLongestWaitMs));
    return expectWithin(place, timeout.value_or(kUsualWaitMs));
}

Result<Action> screenshot(const Place &place)
{
    static const QRegularExpression fileName(u"^[a-z0-9-]+$"_s);
    TRY(const auto name, textAt(place));
    if (!fileName.match(name).hasMatch())
        return place.error(u"must be of a-z, 0-9 and -: it is the name of a file"_s);
    return Action(Screenshot{name});
}

Result<Action> restart(const Place &place)
{
    TRY_VOID(mustBeTrue(place));
    return Action(Restart{});
}

Result<Action> kill(const Place &place)
{
    TRY_VOID(onlyMembers(place, {u"afterMs"_s}));
    TRY(const auto after, numberAt(place[u"afterMs"_s], kLongestWaitMs));
    return Action(Kill{after.value_or(0)});
}

Result<Damage::How> howAt(const Place &place)
{
    static const QHash<QString, Damage::How> ways{{u"overwrite"_s, Damage::How::Overwrite},
                                                  {u"truncate"_s, Damage::How::Truncate},
                                                  {u"remove"_s, Damage::How::Remove}};
    TRY(const auto name, textAt(place));
    if (!ways.contains(name))
        return place.error(u"must be \"overwrite\", \"truncate\" or \"remove\""_s);
    return ways.value(name);
}

Result<Action> damage(const Place &place)
{
    TRY_VOID(onlyMembers(place, {u"files"_s, u"how"_s, u"afterMs"_s}));
    Damage damage;
    TRY(const auto after, numberAt(place[u"afterMs"_s], kLongestWaitMs));
    damage.afterMs = after.value_or(0);
    TRY(damage.how, howAt(place[u"how"_s]));
    for (const auto &file : place.json[u"files"_s].array()) {
        if (!isBelowProfile(file.toString()))
            return place[u"files"_s].error(u"\"%1\" is no file of the profile"_s.arg(file.toString()));
        damage.files += file.toString();
    }
    if (damage.files.isEmpty())
        return place[u"files"_s].error(u"must be a list of files"_s);
    return Action(damage);
}

Result<Action> note(const Place &place)
{
    TRY(const auto words, textAt(place));
    return Action(Note{words});
}

Result<Action> focusReport(const Place &place)
{
    TRY_VOID(mustBeTrue(place));
    return Action(FocusReport{});
}

Result<Action> importFile(const Place &place)
{
    TRY_VOID(onlyMembers(place, {u"kind"_s, u"file"_s, u"user"_s, u"password"_s}));
    TRY(const auto kind, textAt(place[u"kind"_s]));
    TRY(const auto file, textAt(place[u"file"_s]));
    TRY(const auto user, textAt(place[u"user"_s]));
    TRY(const auto password, textAt(place[u"password"_s]));
    return Action(Import{kind, file, user, password});
}

using ActionParser = Result<Action> (*)(const Place &);

const QHash<QString, ActionParser> &actionParsers()
{
    static const QHash<QString, ActionParser> parsers{
        {u"login"_s, login},     {u"press"_s, press},       {u"type"_s, type},
        {u"expect"_s, expect},   {u"waitFor"_s, waitFor},   {u"screenshot"_s, screenshot},
        {u"restart"_s, restart}, {u"kill"_s, kill},         {u"damage"_s, damage},
        {u"note"_s, note},       {u"import"_s, importFile}, {u"focus-report"_s, focusReport},
    };
    return parsers;
}

} // namespace

Result<Step> parseStep(const Place &place)
{
    Step step;
    for (const auto &[key, value] : place.json.object()) {
        if (key == "needs"_L1)
            step.needs = value.toString();
        else if (!step.verb.isEmpty())
            return place.error(u"does two things, \"%1\" and \"%2\""_s.arg(step.verb, key));
        else
            step.verb = key;
    }
    const auto parser = actionParsers().value(step.verb);
    if (!parser)
        return place.error(step.verb.isEmpty() ? u"must be an object that says what to do"_s
                                               : u"nothing is known of \"%1\""_s.arg(step.verb));
    TRY(step.action, parser(place[step.verb]));
    return step;
}

} // namespace simiao::tour
