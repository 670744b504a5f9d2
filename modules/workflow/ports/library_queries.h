#pragma once

#include "domain/administration/library.h"
#include "workflow/ports/store.h"

namespace simiao::workflow::query {

/// By name, then in the order in which they were installed.
inline constexpr Query<administration::Library> libraries{"library/all", {}};
inline constexpr Query<administration::Library, QString> librariesOfName{"library/of_name", {"name"}};
/// One row or none.
inline constexpr Query<administration::Library, QString> activeLibrary{"library/active_of_name", {"name"}};

} // namespace simiao::workflow::query
