#pragma once

#include "host/discovery.h"

namespace simiao::host {

/// Which plugins run, dependencies before what depends on them, and which do not.
struct Resolution
{
    std::vector<FoundPlugin> order;
    std::vector<RefusedPlugin> refused; ///< those of the discovery first
};

/// Pure. A plugin serves a dependency on version w when compatVersion <= w <= version.
///
/// Refused are, with these reasons: a second file of one id (`plugin.duplicate`: the first wins), a required
/// plugin that is not there (`plugin.dependency-missing`), is older (`plugin.dependency-too-old`) or no
/// longer serves that version (`plugin.dependency-incompatible`), a circle of requirements (`plugin.cycle`),
/// and whatever requires a refused one (`plugin.dependency-refused`). An optional dependency only orders, and
/// never refuses. Otherwise the order is that of the discovery.
Resolution resolve(Discovery discovery);

} // namespace simiao::host
