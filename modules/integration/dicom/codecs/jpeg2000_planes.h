#pragma once

#include "integration/dicom/pixel_format.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace simiao::dicom {

/// How often the edges of a preview are halved.
constexpr int kPreviewHalvings = 2;

/// One component as a decoder of JPEG 2000 gives it: row by row, subsampled ones with fewer samples than the picture has pixels.
struct Jpeg2000Plane
{
    std::span<const std::int32_t> samples;
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::size_t columnStep = 1; ///< pixels for each sample
    std::size_t rowStep = 1;
    int precision = 0; ///< bits
};

struct Jpeg2000Planes
{
    std::vector<Jpeg2000Plane> planes = {};
    int halvings = 0;                       ///< of the edges: none, or kPreviewHalvings
    std::shared_ptr<const void> owner = {}; ///< of the samples
};

/// How a codestream is decoded.
struct Jpeg2000Manner
{
    bool isStrict = true; ///< false: takes what is there of a stream that ends early
    int halvings = 0;     ///< of the edges: none, or kPreviewHalvings
};

/// Whether every component that is wanted has samples for the picture.
bool isFull(const Jpeg2000Planes &planes, const imaging::FrameGeometry &geometry);

/// Whether every component that is wanted has a sample for each step of columns and rows that the halvings leave.
bool isFullPreview(const Jpeg2000Planes &planes, const PixelFormat &format);

/// The samples of the picture, those of one pixel side by side: subsampled ones repeated, what lies between those of halved edges
/// by linear interpolation. \pre isFull() or, with halvings, isFullPreview()
std::vector<std::byte> samplesOf(const Jpeg2000Planes &planes, const PixelFormat &format);

} // namespace simiao::dicom
