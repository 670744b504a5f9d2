#include "integration/dicom/confidentiality/pixel_blanking.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/spare_bits.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frames_there.h"
#include "integration/dicom/raw_frame.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cstring>
#include <ranges>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kMostBytes = std::int64_t{1} << 30;
constexpr std::int64_t kRoomForAttributes = std::int64_t{1} << 20;

/// What the decoded samples are (PS3.3 C.7.6.3.1.2).
QString photometricOf(ColourModel model, const PixelFormat &format)
{
    if (model == ColourModel::Rgb)
        return u"RGB"_s;
    if (model == ColourModel::YbrFull || format.photometric == "YBR_FULL_422"_L1)
        return u"YBR_FULL"_s;
    if (format.photometric == "YBR_RCT"_L1 || format.photometric == "YBR_ICT"_L1)
        return u"RGB"_s;
    return format.photometric;
}

/// Black of one sample, little endian. Neutral chroma is the middle of the range.
std::uint64_t blackOf(const QString &photometric, int sample, const PixelFormat &format)
{
    const auto most = (std::uint64_t{1} << format.bitsStored) - 1;
    if (photometric.startsWith("YBR"_L1) && sample > 0)
        return std::uint64_t{1} << (format.bitsStored - 1);
    if (photometric == "MONOCHROME1"_L1)
        return (format.isSigned ? most >> 1 : most) << format.shift();
    if (format.isSigned)
        return (std::uint64_t{1} << (format.bitsStored - 1)) << format.shift();
    return 0;
}

Result<void> check(const std::vector<PixelRectangle> &rectangles,
                   const imaging::FrameGeometry &geometry,
                   int frames)
{
    for (const auto &one : rectangles) {
        const bool isInside = one.frame < frames && one.left >= 0 && one.top >= 0 && one.width > 0
            && one.height > 0 && one.left <= geometry.columns() - one.width
            && one.top <= geometry.rows() - one.height;
        if (!isInside)
            return Error{ErrorKind::Invalid, u"deidentify.rectangle"_s,
                         u"%1,%2,%3,%4"_s.arg(one.left).arg(one.top).arg(one.width).arg(one.height)};
    }
    return ok();
}

void blank(RawFrame &frame, const PixelFormat &format, const PixelRectangle &where)
{
    const auto samples = static_cast<std::size_t>(format.geometry.samplesPerPixel());
    const auto size = format.sampleBytes();
    const auto photometric = photometricOf(frame.colourModel, format);
    for (int row = where.top; row < where.top + where.height; ++row) {
        for (int column = where.left; column < where.left + where.width; ++column) {
            const auto pixel =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(format.geometry.columns())
                + static_cast<std::size_t>(column);
            for (std::size_t sample = 0; sample < samples; ++sample) {
                const auto value = blackOf(photometric, static_cast<int>(sample), format);
                // Samples stand in the machine's order, and every machine this runs on is little endian.
                std::memcpy(frame.pixels.data() + (pixel * samples + sample) * size, &value, size);
            }
        }
    }
}

} // namespace

std::vector<PixelRectangle> rectanglesFor(const DatasetFile &file, std::vector<PixelRectangle> rectangles)
{
    const auto columns = integer(file.dataset(), DCM_Columns);
    const auto rows = integer(file.dataset(), DCM_Rows);
    std::erase_if(rectangles, [&](const PixelRectangle &one) {
        return (one.columns != 0 || one.rows != 0) && (one.columns != columns || one.rows != rows);
    });
    return rectangles;
}

bool isInEveryFrame(const DatasetFile &file, const std::vector<PixelRectangle> &rectangles)
{
    const auto isIn = [&rectangles](int frame) {
        return std::ranges::any_of(
            rectangles, [frame](const PixelRectangle &one) { return one.frame < 0 || one.frame == frame; });
    };
    return std::ranges::all_of(std::views::iota(0, framesThere(file)), isIn);
}

Result<BlankedPixels> blankedPixels(const DatasetFile &file, const std::vector<PixelRectangle> &rectangles)
{
    if (!file.layout.pixels)
        return Error{ErrorKind::Invalid, u"imaging.no-pixels"_s};
    if (file.layout.pixels->element != 0x0010)
        return Error{ErrorKind::Invalid, u"deidentify.pixels-kind"_s, u"floating point"_s};
    TRY(const auto format, readPixelFormat(file.dataset(), *file.layout.pixels));
    if (format.isWidened)
        return Error{ErrorKind::Invalid, u"deidentify.pixels-kind"_s, u"%1 bits"_s.arg(format.bitsAllocated)};
    // Frames of bits follow each other without a gap (PS3.5 8.1.1).
    if (format.bitsAllocated == 1 && frameCount(file) > 1 && format.geometry.pixelCount() % 8 != 0)
        return Error{ErrorKind::Invalid, u"deidentify.pixels-kind"_s, u"bits"_s};
    const int frames = frameCount(file);
    TRY_VOID(check(rectangles, format.geometry, frames));
    if (format.nativeBytes() > kMostBytes / frames)
        return Error{ErrorKind::Invalid, u"deidentify.pixels-too-large"_s, u"1 GiB"_s};

    BlankedPixels result{.bytes = {}, .photometric = format.photometric, .format = format};
    // Room for all at once, and for the attributes that will stand before them: growing would take twice as much.
    result.bytes.reserve(static_cast<std::size_t>(format.nativeBytes() * frames + kRoomForAttributes));
    for (int index = 0; index < frames; ++index) {
        TRY(auto frame, readRawFrame(file, format, index));
        if (!frame.defects.empty())
            return Error{ErrorKind::Corrupt, frame.defects.front().code, frame.defects.front().detail};
        for (const auto &rectangle : rectangles) {
            if (rectangle.frame < 0 || rectangle.frame == index)
                blank(frame, format, rectangle);
        }
        clearSpareBits(frame, format);
        const auto bytes = canonicalBytes(frame, format);
        result.photometric = photometricOf(frame.colourModel, format);
        result.bytes.insert(result.bytes.end(), bytes.begin(), bytes.end());
    }
    if (result.bytes.size() % 2 == 1)
        result.bytes.push_back(std::byte{0});
    return result;
}

} // namespace simiao::dicom
