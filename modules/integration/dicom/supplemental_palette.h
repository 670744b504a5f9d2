#pragma once

#include "imaging/defect.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// `imaging.colours-not-shown` where a grey frame has values that stand for colours of a Supplemental Palette (PS3.3 C.7.6.19, C.8.16.2.1.1):
/// a perfusion map over a CT. Nothing here paints those, so that they look like measured values.
std::optional<imaging::Defect> unshownColours(DcmItem &dataset, int frameIndex);

} // namespace simiao::dicom
