#pragma once

#include "workflow/setting_rule.h"

#include <map>

namespace simiao::workflow {

/// What holds for one session: the person's choice, else her department's, else the hospital's, else the default.
class Settings
{
public:
    Settings() = default;
    /// A stored value that the catalogue does not know, or no longer allows, does not count.
    Settings(const SettingCatalogue &catalogue, const std::vector<administration::Setting> &rows);

    QString text(const QString &key) const { return m_values.contains(key) ? m_values.at(key) : QString(); }
    bool isTrue(const QString &key) const { return text(key) == QLatin1StringView("true"); }
    int number(const QString &key) const { return text(key).toInt(); }

    bool operator==(const Settings &) const = default;

private:
    std::map<QString, QString> m_values;
};

} // namespace simiao::workflow
