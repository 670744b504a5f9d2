#pragma once

#include "imaging/presentation/shutter.h"

class DcmItem;

namespace simiao::dicom {

/// The Display Shutter and Bitmap Display Shutter modules (PS3.3 C.7.6.11, C.7.6.15).
imaging::Shutters readShutters(DcmItem &dataset);

} // namespace simiao::dicom
