#pragma once

#include <cstdint>

namespace simiao::imaging {

/// Bytes of the voxels of all volumes in the program, without what is kept for the next. \thread any
std::int64_t voxelsInUse();

} // namespace simiao::imaging
