#pragma once

#include "integration/dicom/phantom/canvas.h"

namespace simiao::dicom::phantom {

/// Ribs, vertebra, breastbone, shoulder blades, collar bones, as far as they cross the slice.
void paintSkeleton(Canvas &canvas);

} // namespace simiao::dicom::phantom
