#include "integration/fhir/element.h"

#include <algorithm>
#include <ranges>

namespace simiao::fhir {

using namespace Qt::StringLiterals;

namespace {

const Json &none()
{
    static const Json nothing;
    return nothing;
}

bool hasMember(const Json &json, const QString &name)
{
    const auto &members = json.object();
    const auto isBelow = [&name](const Json &part) { return hasMember(part, name); };
    return members.contains(name) || std::ranges::any_of(members | std::views::values, isBelow)
        || std::ranges::any_of(json.array(), isBelow);
}

bool isChoiceOf(const QString &stem, const QString &name)
{
    return name.size() > stem.size() && name.startsWith(stem) && name.at(stem.size()).isUpper();
}

} // namespace

bool Element::hasBelow(const QString &name) const
{
    return hasMember(*m_json, name);
}

QString Element::choice(const QString &stem) const
{
    const auto &members = m_json->object();
    const auto found =
        std::ranges::find_if(members, [&stem](const auto &member) { return isChoiceOf(stem, member.first); });
    return found == members.end() ? QString() : found->first;
}

const Json *Element::take(const QString &name) const
{
    const auto &members = m_json->object();
    const auto found = members.find(name);
    if (found == members.end())
        return nullptr;
    m_findings->take(found->second);
    return &found->second;
}

QString Element::pathOf(const QString &name) const
{
    return name.isEmpty() ? m_path : childPath(m_path, name);
}

void Element::refuseType(const QString &path, const QString &expected) const
{
    m_findings->refuse(u"fhir.type"_s, path + u": "_s + expected + u" expected"_s);
}

QString Element::text(const QString &name) const
{
    const auto *value = take(name);
    if (value && !value->isString())
        refuseType(childPath(m_path, name), u"string"_s);
    return value ? value->toString() : QString();
}

QString Element::number(const QString &name) const
{
    const auto *value = take(name);
    if (value && !value->isNumber())
        refuseType(childPath(m_path, name), u"number"_s);
    return value ? value->lexeme() : QString();
}

std::optional<bool> Element::flag(const QString &name) const
{
    const auto *value = take(name);
    if (!value)
        return std::nullopt;
    if (!value->isBool())
        refuseType(childPath(m_path, name), u"boolean"_s);
    return value->toBool();
}

QStringList Element::texts(const QString &name) const
{
    const auto *value = take(name);
    if (value && !value->isArray())
        refuseType(childPath(m_path, name), u"list"_s);
    QStringList texts;
    for (qsizetype i = 0; value && i < value->array().size(); ++i) {
        const auto &item = value->array()[i];
        if (!item.isString() && !item.isNull()) // null: only an extension stands there
            refuseType(itemPath(childPath(m_path, name), i), u"string"_s);
        texts.append(item.toString());
    }
    texts.removeAll(QString());
    return texts;
}

Element Element::member(const QString &name) const
{
    const auto *value = take(name);
    if (value && !value->isObject())
        refuseType(childPath(m_path, name), u"object"_s);
    return Element(value ? *value : none(), childPath(m_path, name), m_findings);
}

std::vector<Element> Element::list(const QString &name) const
{
    const QString path = childPath(m_path, name);
    const auto *value = take(name);
    if (value && !value->isArray())
        refuseType(path, u"list"_s);
    std::vector<Element> items;
    for (qsizetype i = 0; value && i < value->array().size(); ++i) {
        items.emplace_back(value->array()[i], itemPath(path, i), m_findings);
        if (!value->array()[i].isObject())
            refuseType(items.back().path(), u"object"_s);
    }
    return items;
}

Element Element::resource() const
{
    auto resource = member(u"resource"_s);
    resource.m_path = resourcePath(resource.m_path, *resource.m_json);
    return resource;
}

void Element::skip(const QStringList &names) const
{
    for (const auto &name : names) {
        if (const auto *value = take(name))
            m_findings->close(*value);
    }
}

void Element::remark(const QString &name, RemarkCode code, const QString &detail) const
{
    skip({name});
    m_findings->remark(pathOf(name), code, detail);
}

void Element::drop(const QString &name, RemarkCode code, const QString &detail) const
{
    remark(name, code, detail);
    close();
}

void Element::refuse(const QString &name, const QString &code, const QString &why) const
{
    const QString path = pathOf(name);
    m_findings->refuse(code, why.isEmpty() ? path : path + u": "_s + why);
}

} // namespace simiao::fhir
