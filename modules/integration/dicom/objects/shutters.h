#pragma once

#include "imaging/presentation/presentation_shutter.h"

class DcmItem;

namespace simiao::dicom {

/// The Display Shutter and Bitmap Display Shutter modules (PS3.3 C.7.6.11, C.7.6.15).
imaging::PresentationShutter readShutter(DcmItem &dataset);

} // namespace simiao::dicom
