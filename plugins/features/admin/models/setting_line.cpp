#include "admin/models/setting_line.h"

namespace simiao::admin {

using administration::Setting;
using administration::SettingLevel;

namespace {

void apply(const Setting &row, SettingLine &line)
{
    if (row.level == SettingLevel::Hospital)
        line.hospital = row.value;
    else if (row.level == SettingLevel::Department)
        line.department = row.value;
    // As workflow::Settings reads them: a value that no longer fits does not count.
    if (!row.value.isEmpty() && line.rule.check(row.value))
        line.decidedBy = row.level;
}

} // namespace

std::vector<SettingLine> settingLines(const workflow::SettingCatalogue &catalogue,
                                      const std::vector<Setting> &rows)
{
    const workflow::Settings settings(catalogue, rows);
    std::vector<SettingLine> lines;
    for (const auto &rule : catalogue) {
        if (!rule.isListed)
            continue;
        SettingLine line{rule, {}, {}, settings.text(rule.key), {}};
        for (const auto &row : rows) {
            if (row.key == rule.key)
                apply(row, line);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace simiao::admin
