#pragma once

#include "workflow/ports/image_source.h"

namespace simiao::dicom {

/// The slices of a series in one volume. Native slices of 16 bits go from their files to their places in it, all others through
/// the decoder. As ImageSource::volume. Blocks. \thread any
Result<imaging::VolumePtr> readVolume(const workflow::VolumeOrder &order, const std::stop_token &stop);

} // namespace simiao::dicom
