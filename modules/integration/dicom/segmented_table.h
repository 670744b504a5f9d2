#pragma once

#include <vector>

namespace simiao::dicom {

/// A Segmented Palette Color Lookup Table written out (PS3.3 C.7.9.2): discrete, linear and indirect segments.
/// Stops where the data make no sense, and at 65 536 entries.
std::vector<double> expandedSegments(const std::vector<double> &data);

} // namespace simiao::dicom
