#pragma once

#include "workflow/context.h"
#include "workflow/settings.h"

namespace simiao::workflow {

/// The rows that concern the session.
Task<Result<std::vector<administration::Setting>>> settingRows(Context context);

/// Chooses `value` for `key` at `level`; an empty value takes the choice back to what the level above says. Act
/// `setting.manage` for hospital and department; a person chooses for herself without one.
/// \returns Invalid `setting.unknown`, `setting.level`, `setting.value`, `setting.department` when the session has none
Task<Result<administration::Setting>> changeSetting(Context context,
                                                    Uuid command,
                                                    SettingCatalogue catalogue,
                                                    administration::SettingLevel level,
                                                    QString key,
                                                    QString value);

/// Several choices of the hospital in one commit; those that stand already are left as they are, and without any other nothing
/// is stored. Act `setting.manage`.
/// \param values  by key; an empty one takes the choice back
/// \returns as changeSetting(); nothing is stored when one of them is refused
Task<Result<void>> changeHospitalSettings(Context context,
                                          Uuid command,
                                          SettingCatalogue catalogue,
                                          std::map<QString, QString> values);

} // namespace simiao::workflow
