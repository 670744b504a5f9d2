#pragma once

#include "integration/dicom/pixel_format.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace simiao::dicom {

struct DatasetFile;

/// Part of a picture, in columns and rows from 0, and in which pictures.
struct PixelRectangle
{
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    int frame = -1; ///< only in this frame, from 0; -1: in all
    /// Only in pictures of this size; 0: in every one, which is refused where it does not fit.
    int columns = 0;
    int rows = 0;

    bool operator==(const PixelRectangle &) const = default;
};

/// All frames decoded, native and little endian, black where a rectangle lies, nothing in the bits that are not stored.
struct BlankedPixels
{
    std::vector<std::byte> bytes; ///< padded to an even length
    QString photometric;
    PixelFormat format;
};

/// Those that are for pictures of the file's size.
std::vector<PixelRectangle> rectanglesFor(const DatasetFile &file, std::vector<PixelRectangle> rectangles);

/// No frame is left as it was.
bool isInEveryFrame(const DatasetFile &file, const std::vector<PixelRectangle> &rectangles);

/// Blanks the rectangles in their frames.
/// Invalid `deidentify.rectangle` where one has no size or lies outside of the picture, `deidentify.pixels-too-large` beyond 1 GiB
/// decoded, `deidentify.pixels-kind` for floating point; as readRawFrame, also where a frame is there in part: a rewritten picture must not look whole.
Result<BlankedPixels> blankedPixels(const DatasetFile &file, const std::vector<PixelRectangle> &rectangles);

} // namespace simiao::dicom
