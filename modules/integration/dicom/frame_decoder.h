#pragma once

#include "imaging/frame.h"

namespace simiao::dicom {

struct DatasetFile;
struct RawFrame;
struct PixelFormat;

/// Opens a file and decodes one frame to stored values, by every transfer syntax but video; palettes, supplemental ones too, and YBR
/// end as RGB.
/// A frame that is there in part is given with its `defects`.
/// As openDataset, readPixelFormat and readRawFrame, and
/// Invalid `imaging.photometric-unsupported` (CMYK, HSV …), Corrupt `imaging.palette-missing`.
Result<std::shared_ptr<const imaging::Frame>> decodeFrame(const QString &path, int frameIndex);
/// The same at lower resolution where a codec has that much sooner, as decodedPreview().
Result<std::shared_ptr<const imaging::Frame>> decodePreview(const QString &path, int frameIndex);

/// What a frame is made of.
struct DecodedFrame
{
    imaging::FrameFacts facts;
    std::vector<std::byte> pixels;
};

/// The same of a file that is open.
Result<DecodedFrame> decodedFrame(const DatasetFile &file, int frameIndex);
/// The same at lower resolution where that is much quicker; what it is then stands in the defects (imaging/preview.h).
Result<DecodedFrame> decodedPreview(const DatasetFile &file, int frameIndex);

/// The second half: from the samples of readRawFrame. Greys stay greys, those that stand for colours too.
Result<DecodedFrame> decodedFrom(const DatasetFile &file,
                                 RawFrame raw,
                                 const PixelFormat &format,
                                 int frameIndex);

} // namespace simiao::dicom
