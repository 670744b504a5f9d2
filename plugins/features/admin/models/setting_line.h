#pragma once

#include "workflow/administration/settings.h"

namespace simiao::admin {

/// One thing that can be chosen, what was chosen at each level, and what counts for this session.
struct SettingLine
{
    workflow::SettingRule rule;
    QString hospital;   ///< empty: nobody chose
    QString department; ///< empty: as the hospital says
    QString effective;
    /// Who decided what counts; absent: it is the value that the program came with.
    std::optional<administration::SettingLevel> decidedBy;
};

/// A line for each rule that is listed, in the catalogue's order. \param rows as workflow::settingRows gives them
std::vector<SettingLine> settingLines(const workflow::SettingCatalogue &catalogue,
                                      const std::vector<administration::Setting> &rows);

} // namespace simiao::admin
