#include "domain/base/json_place.h"

#include <cmath>

namespace simiao {

QString JsonPlace::pathOf(const QString &key) const
{
    const bool isRoot = m_path.endsWith(QLatin1Char(' '));
    return isRoot ? m_path + key : m_path + QLatin1Char('.') + key;
}

Error JsonPlace::wrong(const QString &key) const
{
    return {ErrorKind::Invalid, QStringLiteral("resources.shape"), pathOf(key)};
}

JsonPlace JsonPlace::member(const QString &key) const
{
    return {&(*m_json)[key], pathOf(key)};
}

Result<std::vector<JsonPlace>> JsonPlace::list(const QString &key) const
{
    const Json &value = (*m_json)[key];
    if (!value.isArray())
        return wrong(key);
    std::vector<JsonPlace> items;
    for (const auto &item : value.array())
        items.push_back({&item, QStringLiteral("%1[%2]").arg(pathOf(key)).arg(items.size())});
    return items;
}

Result<QString> JsonPlace::text(const QString &key) const
{
    const Json &value = (*m_json)[key];
    return value.isString() ? value.toString() : Result<QString>(wrong(key));
}

Result<QString> JsonPlace::optionalText(const QString &key) const
{
    return isNull(key) ? QString() : text(key);
}

Result<std::vector<QString>> JsonPlace::texts(const QString &key) const
{
    const Json &value = (*m_json)[key];
    if (!value.isArray())
        return wrong(key);
    std::vector<QString> list;
    for (const auto &item : value.array()) {
        if (!item.isString())
            return wrong(key);
        list.push_back(item.toString());
    }
    return list;
}

Result<int> JsonPlace::integer(const QString &key) const
{
    const Json &value = (*m_json)[key];
    bool isWhole = false;
    const int number = value.lexeme().toInt(&isWhole);
    return value.isNumber() && isWhole ? number : Result<int>(wrong(key));
}

Result<double> JsonPlace::number(const QString &key) const
{
    const Json &value = (*m_json)[key];
    bool isNumber = false;
    const double number = value.lexeme().toDouble(&isNumber);
    return value.isNumber() && isNumber && std::isfinite(number) ? number : Result<double>(wrong(key));
}

Result<Decimal> JsonPlace::decimal(const QString &key) const
{
    TRY(const auto lexeme, text(key));
    const auto number = Decimal::parse(lexeme);
    return number ? number : Result<Decimal>(wrong(key));
}

Result<std::optional<Decimal>> JsonPlace::optionalDecimal(const QString &key) const
{
    if (isNull(key))
        return std::optional<Decimal>();
    TRY(const auto number, decimal(key));
    return std::optional(number);
}

Result<LocalText> JsonPlace::localText(const QString &key) const
{
    return member(key).localText();
}

Result<LocalText> JsonPlace::localText() const
{
    TRY(const auto en, text(QStringLiteral("en")));
    TRY(const auto zh, text(QStringLiteral("zh")));
    return LocalText{en, zh};
}

} // namespace simiao
