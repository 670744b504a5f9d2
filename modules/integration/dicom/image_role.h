#pragma once

#include "workflow/ports/image_source.h"

namespace simiao::dicom {

/// By Image Type (0008,0008): LOCALIZER as its third value (PS3.3 C.8.2.1.1.1), else SECONDARY as its second; a Picture where it says
/// neither.
workflow::ImageRole imageRole(const QString &second, const QString &third);

} // namespace simiao::dicom
