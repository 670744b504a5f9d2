#include "integration/dicomweb/json_dataset.h"

#include "core/try.h"

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepestSequence = 16;

Error unreadable(const QString &place)
{
    return {ErrorKind::Invalid, u"archive.answer"_s, place};
}

QString keyOf(tags::Tag tag)
{
    return u"%1"_s.arg(tag, 8, 16, QChar(u'0')).toUpper();
}

bool isTag(const QString &key)
{
    return key.size() == 8 && std::ranges::all_of(key, [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F') || (c >= u'a' && c <= u'f');
           });
}

bool isVr(const QString &vr)
{
    return vr.size() == 2 && std::ranges::all_of(vr, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Result<void> checkDataset(const Json &json, const QString &place, int depth);

bool isNameGroup(const Json &group)
{
    return group.isNull() || group.isString();
}

Result<void> checkName(const Json &name, const QString &place)
{
    if (name.isNull() || name.isString()) // a bare text is wrong, and common
        return ok();
    const auto groups = name.isObject() ? name.object() : Json::Object{{QString(), Json(true)}};
    for (const auto &[key, group] : groups) {
        if (!isNameGroup(group))
            return unreadable(place);
    }
    return ok();
}

Result<void> checkValue(const QString &vr, const Json &value, const QString &place, int depth)
{
    if (value.isNull()) // one of several values that is empty
        return ok();
    if (vr == "SQ"_L1)
        return checkDataset(value, place, depth + 1);
    if (vr == "PN"_L1)
        return checkName(value, place);
    if (!value.isString() && !value.isNumber())
        return unreadable(place);
    return ok();
}

Result<void> checkElement(const Json &element, const QString &place, int depth)
{
    const QString vr = element[u"vr"_s].toString();
    const auto &value = element[u"Value"_s];
    if (!element.isObject() || !isVr(vr))
        return unreadable(place + u".vr"_s);
    if (!value.isNull() && !value.isArray())
        return unreadable(place + u".Value"_s);
    for (qsizetype i = 0; i < value.array().size(); ++i) {
        TRY_VOID(checkValue(vr, value.array()[i], u"%1.Value[%2]"_s.arg(place).arg(i), depth));
    }
    return ok();
}

Result<void> checkDataset(const Json &json, const QString &place, int depth)
{
    if (!json.isObject() || depth > kDeepestSequence)
        return unreadable(place);
    for (const auto &[key, element] : json.object()) {
        const QString at = place + u'.' + (isTag(key) ? key : u"?"_s);
        if (!isTag(key))
            return unreadable(at);
        TRY_VOID(checkElement(element, at, depth));
    }
    return ok();
}

QString textOf(const Json &value)
{
    if (value.isNumber())
        return value.lexeme();
    if (value.isObject()) // a name as a text: its groups, as PS3.5 6.2.1 writes them
        return value[u"Alphabetic"_s].toString();
    return value.toString().trimmed();
}

} // namespace

QString PersonName::shown() const
{
    const QString &chosen = ideographic.isEmpty() ? alphabetic : ideographic;
    const bool isSpaced = std::ranges::none_of(chosen, [](QChar c) { return c.unicode() >= 0x2E80; });
    return chosen.split(u'^', Qt::SkipEmptyParts).join(isSpaced ? u" "_s : QString()).trimmed();
}

const Json::Array &JsonDataset::valuesOf(tags::Tag tag) const
{
    const auto &element = m_object[keyOf(tag)];
    const auto &found = element.isNull() ? m_object[keyOf(tag).toLower()] : element;
    return found[u"Value"_s].array();
}

QString JsonDataset::text(tags::Tag tag) const
{
    const auto &values = valuesOf(tag);
    return values.isEmpty() ? QString() : textOf(values.first());
}

QStringList JsonDataset::texts(tags::Tag tag) const
{
    QStringList all;
    for (const auto &value : valuesOf(tag)) {
        if (const auto text = textOf(value); !text.isEmpty())
            all.append(text);
    }
    return all;
}

std::optional<int> JsonDataset::number(tags::Tag tag) const
{
    bool isNumber = false;
    const int number = text(tag).toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

PersonName JsonDataset::personName(tags::Tag tag) const
{
    const auto &values = valuesOf(tag);
    if (values.isEmpty())
        return {};
    const auto &name = values.first();
    if (name.isString()) {
        const auto groups = name.toString().split(u'=');
        return {groups.value(0).trimmed(), groups.value(1).trimmed(), groups.value(2).trimmed()};
    }
    const auto group = [&name](const QString &key) { return name[key].toString().trimmed(); };
    return {group(u"Alphabetic"_s), group(u"Ideographic"_s), group(u"Phonetic"_s)};
}

std::vector<JsonDataset> JsonDataset::items(tags::Tag tag) const
{
    std::vector<JsonDataset> all;
    for (const auto &item : valuesOf(tag)) {
        if (item.isObject())
            all.emplace_back(item);
    }
    return all;
}

Result<std::vector<JsonDataset>> readDatasets(const QByteArray &utf8)
{
    std::vector<JsonDataset> datasets;
    if (utf8.trimmed().isEmpty())
        return datasets;
    const auto json = Json::parse(utf8);
    if (!json)
        return unreadable(json.error().detail);
    if (!json->isArray() && !json->isObject())
        return unreadable(u"[]"_s);
    const auto list = json->isArray() ? json->array() : Json::Array{*json};
    for (qsizetype i = 0; i < list.size(); ++i) {
        TRY_VOID(checkDataset(list[i], u"[%1]"_s.arg(i), 0));
        datasets.emplace_back(list[i]);
    }
    return datasets;
}

} // namespace simiao::dicomweb
