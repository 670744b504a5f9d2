#include "integration/dicom/codecs/jpeg2000.h"

#include "core/try.h"
#include "imaging/preview.h"
#include "integration/dicom/codecs/frame_budget.h"
#include "integration/dicom/codecs/jpeg2000_header.h"
#include "integration/dicom/codecs/openjpeg_image.h"
#include "integration/dicom/codecs/openjph_image.h"

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

// What a picture that fits into memory may be cut into; decoders allocate for each before they begin.
constexpr std::int64_t kMostTiles = 16'384;
constexpr std::int64_t kMostBlocks = 1 << 19;

// What a picture must have that a preview of it is worth it.
constexpr int kLeastEdge = 256;

Result<Jpeg2000Header> checkedHeader(std::span<const std::byte> codestream, const PixelFormat &format)
{
    const auto header = readJpeg2000Header(codestream);
    if (!header)
        return pixelsDamaged(u"no JPEG 2000 main header"_s);
    const auto &geometry = format.geometry;
    if (header->columns != geometry.columns() || header->rows != geometry.rows()
        || header->components < geometry.samplesPerPixel() || header->components > 4)
        return pixelsDamaged(
            u"JPEG 2000 of %1 x %2 x %3"_s.arg(header->columns).arg(header->rows).arg(header->components));
    if (header->precision > static_cast<int>(8 * format.sampleBytes()))
        return pixelsDamaged(u"JPEG 2000 of %1 bits"_s.arg(header->precision));
    if (header->tiles < 1 || header->tiles > kMostTiles)
        return pixelsDamaged(u"JPEG 2000 of %1 tiles"_s.arg(header->tiles));
    if (geometry.sampleCount() / std::min(header->codeBlockArea, header->smallestPrecinct) > kMostBlocks)
        return pixelsDamaged(u"JPEG 2000 of too many blocks"_s);
    return *header;
}

/// High-Throughput by the faster decoder where that has nothing to say against the stream, and all else by the one that knows more.
std::optional<Jpeg2000Planes> decoded(std::span<const std::byte> codestream,
                                      const Jpeg2000Header &header,
                                      int halvings,
                                      Jpeg2000Complaints &complaints)
{
    if (header.isHighThroughput && isWhole(codestream)) {
        if (auto planes = decodedByOpenJph(codestream, halvings))
            return planes;
    }
    return decodedByOpenJpeg(codestream, {.halvings = halvings}, complaints);
}

/// Decoders have samples of 32 bits, of the whole picture and of the tile in hand.
std::int64_t scratchOf(const Jpeg2000Header &header)
{
    const auto samples = header.columns * header.rows * header.components;
    return 4 * (samples + (header.tiles > 1 ? samples / header.tiles : 0));
}

RawFrame rawFrameOf(const Jpeg2000Planes &planes, const Jpeg2000Header &header, const PixelFormat &format)
{
    return {.pixels = samplesOf(planes, format),
            .colourModel = header.hasColourTransform ? ColourModel::Rgb : ColourModel::AsDeclared};
}

bool isPreviewWorthIt(const Jpeg2000Header &header)
{
    return header.levels >= kPreviewHalvings && header.columns >= kLeastEdge && header.rows >= kLeastEdge;
}

/// Nothing where the codestream has no such levels, or more is wrong with it.
std::optional<RawFrame> previewOf(std::span<const std::byte> codestream,
                                  const Jpeg2000Header &header,
                                  const PixelFormat &format)
{
    Jpeg2000Complaints complaints;
    const auto planes = decoded(codestream, header, kPreviewHalvings, complaints);
    if (!planes || complaints.count > 0 || !isFullPreview(*planes, format))
        return std::nullopt;
    auto raw = rawFrameOf(*planes, header, format);
    raw.defects.push_back({imaging::kPreview, u"1/%1"_s.arg(1 << kPreviewHalvings)});
    return raw;
}

} // namespace

Result<RawFrame> decodeJpeg2000(const CodedFrame &frame)
{
    const auto codestream = codestreamIn(frame.bytes);
    TRY(const auto header, checkedHeader(codestream, frame.format));
    TRY_VOID(checkBudget(frame, scratchOf(header)));

    if (frame.detail == Detail::Preview && isPreviewWorthIt(header)) {
        if (auto preview = previewOf(codestream, header, frame.format))
            return *std::move(preview);
    }

    Jpeg2000Complaints complaints;
    auto planes = decoded(codestream, header, 0, complaints);
    const bool isCut = !planes;
    if (isCut)
        planes = decodedByOpenJpeg(withSoundParts(codestream), {.isStrict = false}, complaints);
    if (!planes || !isFull(*planes, frame.format.geometry))
        return pixelsDamaged(complaints.first);

    auto raw = rawFrameOf(*planes, header, frame.format);
    if (isCut)
        raw.defects.push_back({u"imaging.pixels-missing"_s, complaints.first});
    else if (complaints.count > 0)
        raw.defects.push_back({u"imaging.pixels-doubtful"_s, complaints.first});
    return raw;
}

} // namespace simiao::dicom
