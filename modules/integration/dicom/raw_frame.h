#pragma once

#include "imaging/defect.h"
#include "integration/dicom/codecs/frame_budget.h"
#include "integration/dicom/pixel_format.h"

#include <cstddef>
#include <span>
#include <vector>

namespace simiao::dicom {

struct DatasetFile;

/// What the samples of a colour frame are.
enum class ColourModel {
    AsDeclared, ///< what Photometric Interpretation says
    Rgb,        ///< the codestream itself says so, or its decoder made it so
    YbrFull,    ///< the codestream itself says so
};

/// How much of a frame is wanted.
enum class Detail {
    Full,
    Preview, ///< a quarter of the columns and rows, spread over all of them, where a codec has that much sooner; else all of it
};

/// One frame out of its codec: samples as allocated, those of one pixel side by side, in the machine's byte order; a frame
/// of bits has one byte for each. No colour transform, no mask.
struct RawFrame
{
    std::vector<std::byte> pixels = {};
    ColourModel colourModel = ColourModel::AsDeclared;
    std::vector<imaging::Defect> defects = {};
};

/// One compressed frame.
struct CodedFrame
{
    std::span<const std::byte> bytes;
    const PixelFormat &format;
    Detail detail = Detail::Full;
    std::int64_t budget = kLeastFrameBudget; ///< as frameBudget
};

/// Decodes frame `frameIndex`, from 0. Reads only its own bytes. What is missing at the end of a frame is filled with zeros
/// and said in `defects`; a preview is said there too (imaging::kPreview).
/// Invalid `imaging.no-pixels`, `imaging.no-such-frame`, `imaging.transfer-syntax-unsupported`;
/// `imaging.frame-too-large` (checkBudget); Corrupt `imaging.pixels-missing` where not one row is there, `imaging.pixels-damaged` where a codec gives up.
Result<RawFrame> readRawFrame(const DatasetFile &file,
                              const PixelFormat &format,
                              int frameIndex,
                              Detail detail = Detail::Full);

/// Frames the file states by Number of Frames (0028,0008); at least 1. How many are there: framesThere().
int frameCount(const DatasetFile &file);

/// The frame as its transfer syntax would hold it natively in little endian, bits packed from the lowest, trailing bits
/// clear: what reference hashes are made of.
std::vector<std::byte> canonicalBytes(const RawFrame &raw, const PixelFormat &format);

Error pixelsDamaged(const QString &detail);

} // namespace simiao::dicom
