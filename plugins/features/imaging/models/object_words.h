#pragma once

#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"

namespace simiao::viewer {

/// "Report", "ECG" … in the interface's language.
QString objectKindName(const workflow::ImagingObject &object);

/// "2026-11-22 · Report · Imaging Measurement Report"
QString objectLine(const workflow::ImagingObject &object);

/// The same object as a series of no pictures: for what asks whose it is, and which study it belongs to.
workflow::ImageSeries seriesOf(const workflow::ImagingObject &object);

} // namespace simiao::viewer
