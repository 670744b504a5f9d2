#pragma once

#include "imaging/colour.h"
#include "imaging/defect.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// The Palette Color Lookup Tables (0028,1101 …, PS3.3 C.7.9), plain or segmented; entries of 16 bits keep their upper 8.
/// Nothing where one of the three colours is missing.
std::optional<imaging::Palette> readPalette(DcmItem &dataset);

/// What is wrong with the first of its channels that is shorter than it says: `imaging.pixels-doubtful`. Indices behind its end get its last colour.
std::optional<imaging::Defect> paletteDefect(DcmItem &dataset);

} // namespace simiao::dicom
