#include "core/json.h"

namespace simiao {

bool Json::toBool() const
{
    const auto *value = std::get_if<bool>(&m_value);
    return value && *value;
}

QString Json::toString() const
{
    const auto *value = std::get_if<QString>(&m_value);
    return value ? *value : QString();
}

QString Json::lexeme() const
{
    const auto *value = std::get_if<Number>(&m_value);
    return value ? value->lexeme : QString();
}

qint64 Json::toInteger() const
{
    return lexeme().toLongLong();
}

const Json::Array &Json::array() const
{
    static const Array empty;
    const auto *value = std::get_if<Array>(&m_value);
    return value ? *value : empty;
}

const Json::Object &Json::object() const
{
    static const Object empty;
    const auto *value = std::get_if<Object>(&m_value);
    return value ? *value : empty;
}

const Json &Json::operator[](const QString &key) const
{
    static const Json null;
    const auto &members = object();
    const auto found = members.find(key);
    return found == members.end() ? null : found->second;
}

void Json::insert(const QString &key, Json value)
{
    if (!isObject())
        m_value = Object{};
    std::get<Object>(m_value).insert_or_assign(key, std::move(value));
}

void Json::append(Json value)
{
    if (!isArray())
        m_value = Array{};
    std::get<Array>(m_value).append(std::move(value));
}

} // namespace simiao
