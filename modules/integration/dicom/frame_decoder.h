#pragma once

#include "imaging/frame.h"

namespace simiao::dicom {

/// Opens a file and decodes one frame to stored values: native, RLE, JPEG and JPEG-LS; colour ends as RGB.
/// As openDataset, and
/// Invalid `imaging.transfer-syntax-unsupported` (JPEG 2000, HTJ2K, video …) with the UID in the detail,
/// Invalid `imaging.photometric-unsupported` (palette, subsampled native colour),
/// Invalid `imaging.no-such-frame`, Invalid `imaging.no-pixels`,
/// Corrupt `imaging.pixels-missing`, Corrupt `imaging.pixels-damaged`.
Result<std::shared_ptr<const imaging::Frame>> decodeFrame(const QString &path, int frameIndex);

} // namespace simiao::dicom
