#pragma once

#include "imaging/slice_plane.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// Where a frame of an RT dose lies by Grid Frame Offset Vector (3004,000C), PS3.3 C.8.8.3.2: relative, by the way along the normal, where
/// the vector begins with 0; absolute, by the patient's z, where it begins with that of the first frame and the planes are axial.
/// \param first  plane of the first frame: Image Position and Image Orientation (Patient)
/// \returns mm; nothing where there is no such vector, or it has another number of frames, turns round or fits neither form
std::optional<imaging::Vector3> doseFramePosition(DcmItem &dataset,
                                                  int frameIndex,
                                                  const imaging::SlicePlane &first);

} // namespace simiao::dicom
