#pragma once

#include "imaging/ultrasound_region.h"

#include <vector>

class DcmItem;

namespace simiao::dicom {

/// Sequence of Ultrasound Regions (0018,6011); items without a place or without steps are left out.
std::vector<imaging::UltrasoundRegion> ultrasoundRegions(DcmItem &dataset);

} // namespace simiao::dicom
