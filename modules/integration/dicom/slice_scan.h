#pragma once

#include "imaging/volume/volume_builder.h"
#include "integration/dicom/file_opener.h"
#include "integration/dicom/pixel_format.h"

namespace simiao::dicom {

/// A slice whose pixels can be read from its file as they stand.
struct ScannedSlice
{
    imaging::SlicePlace place;
    imaging::SliceScale scale;
    std::optional<imaging::LossyCompression> lossy;
    PixelFormat format;
    qint64 pixels = 0; ///< where they begin in the file
};

/// What readFrameFacts would say of the only frame of a file, as far as a volume needs it, by one read of its first bytes and
/// without the toolkit. Nothing for files that need more: compressed, big endian, other than 16 bits of grey, several frames,
/// functional groups, PET, RT dose, lookup tables, spacings that are calibrated or at the detector.
std::optional<ScannedSlice> scanSlice(const QString &path, FileOpener &files);

} // namespace simiao::dicom
