#include "core/config.h"

#include <QSet>

#include <toml++/toml.h>

#include <algorithm>

namespace simiao {

namespace {

using Values = QMap<QString, std::pair<QString, int>>; // key -> value, line

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Error located(const QString &code, const QString &fileName, const toml::source_position &at)
{
    const QString place = QStringLiteral("%1:%2:%3").arg(fileName).arg(at.line).arg(at.column);
    return {ErrorKind::Invalid, code, place};
}

std::optional<QString> scalar(const toml::node &node)
{
    if (const auto text = node.value_exact<std::string>())
        return QString::fromStdString(*text);
    if (const auto number = node.value_exact<int64_t>())
        return QString::number(*number);
    if (const auto flag = node.value_exact<bool>())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    return std::nullopt;
}

std::optional<QString> valueOf(const toml::node &node)
{
    const auto *array = node.as_array();
    if (!array)
        return scalar(node);
    QStringList items;
    for (const auto &item : *array) {
        const auto text = scalar(item);
        if (!text)
            return std::nullopt;
        items.append(*text);
    }
    return items.join(QLatin1Char(';'));
}

/// Collects dotted keys; returns the first node of a type that settings do not have.
const toml::node *collect(const toml::table &table, const QString &prefix, Values &values)
{
    for (const auto &[key, node] : table) {
        const QString name = prefix + fromUtf8(key.str());
        if (const auto *inner = node.as_table()) {
            if (const auto *wrong = collect(*inner, name + QLatin1Char('.'), values))
                return wrong;
            continue;
        }
        const auto value = valueOf(node);
        if (!value)
            return &node;
        values.insert(name, {*value, int(node.source().begin.line)});
    }
    return nullptr;
}

bool isSecret(const QString &key)
{
    return key.endsWith(QLatin1String("password")) || key.endsWith(QLatin1String("secret"));
}

} // namespace

void Config::setDefault(const QString &key, const QString &value)
{
    m_known.append(key);
    if (!m_entries.contains(key))
        m_entries.insert(key, {value, QStringLiteral("default")});
}

void Config::allowArea(const QString &prefix)
{
    m_areas.append(prefix);
}

void Config::set(const QString &key, const QString &value, const QString &origin)
{
    m_entries.insert(key, {value, origin});
}

Result<void> Config::readToml(const QByteArray &text, const QString &fileName)
{
    Values values;
    try {
        const auto table = toml::parse(std::string_view(text.constData(), size_t(text.size())));
        if (const auto *wrong = collect(table, {}, values))
            return located(QStringLiteral("config.value-type"), fileName, wrong->source().begin);
    } catch (const toml::parse_error &error) {
        return located(QStringLiteral("config.syntax"), fileName, error.source().begin);
    }
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        set(it.key(), it->first, QStringLiteral("%1:%2").arg(fileName).arg(it->second));
    return ok();
}

void Config::readEnvironment(const QStringList &environment)
{
    for (const QString &known : m_known) {
        QString name = QStringLiteral("SIMIAO_") + known.toUpper();
        name.replace(QLatin1Char('.'), QLatin1Char('_')).replace(QLatin1Char('-'), QLatin1Char('_'));
        const QString prefix = name + QLatin1Char('=');
        for (const QString &variable : environment) {
            if (variable.startsWith(prefix))
                set(known, variable.mid(prefix.size()), QStringLiteral("environment ") + name);
        }
    }
}

QStringList Config::list(const QString &key) const
{
    return value(key).split(QLatin1Char(';'), Qt::SkipEmptyParts);
}

QStringList Config::unknownKeys() const
{
    const QSet<QString> known(m_known.cbegin(), m_known.cend());
    QStringList unknown;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const auto isOfArea = [&it](const QString &prefix) { return it.key().startsWith(prefix); };
        if (!known.contains(it.key()) && std::ranges::none_of(m_areas, isOfArea))
            unknown.append(it.key());
    }
    return unknown;
}

QString Config::print() const
{
    QString out;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const QString shown = isSecret(it.key()) ? QStringLiteral("********") : it->value;
        out += QStringLiteral("%1 = \"%2\"  # %3\n").arg(it.key(), shown, it->origin);
    }
    return out;
}

} // namespace simiao
