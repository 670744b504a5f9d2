#pragma once

#include "domain/administration/setting.h"
#include "workflow/ports/store.h"

namespace simiao::workflow::query {

/// The hospital's, and those of the department and the account; in the order in which later ones win.
inline constexpr Query<administration::Setting,
                       std::optional<Id<administration::Organization>>,
                       Id<security::Account>>
    settingsOfSession{"setting/of_session", {"department", "account"}};

} // namespace simiao::workflow::query
