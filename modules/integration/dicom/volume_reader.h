#pragma once

#include "integration/dicom/frame_decoder.h"
#include "workflow/ports/image_source.h"

#include <functional>

namespace simiao::dicom {

/// Who decodes compressed frames.
struct FrameDecoding
{
    /// As decodeFrame. \thread any, several at a time
    std::function<Result<std::shared_ptr<const imaging::Frame>>(const QString &path, int frameIndex)> decode =
        decodeFrame;
    int atATime = 1;
};

/// The slices of a series in one volume. Native slices of 16 bits go from their files to their places in it, compressed ones through
/// `decoding`, and what else there is through the toolkit, here. As ImageSource::volume. Blocks. \thread any
Result<imaging::VolumePtr> readVolume(const workflow::VolumeOrder &order,
                                      const std::stop_token &stop,
                                      const FrameDecoding &decoding = {});

} // namespace simiao::dicom
