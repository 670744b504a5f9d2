#include "integration/dicom/frame_decoder.h"

#include "core/try.h"
#include "imaging/colour.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/embedded_overlays.h"
#include "integration/dicom/frame_facts.h"
#include "integration/dicom/palette.h"
#include "integration/dicom/raw_frame.h"
#include "integration/dicom/sample_unpack.h"
#include "integration/dicom/supplemental_palette.h"
#include "integration/dicom/transfer_syntax.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <iterator>
#include <span>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::SampleType;

namespace {

Error unsupported(const QString &photometric)
{
    return {.kind = ErrorKind::Invalid, .code = u"imaging.photometric-unsupported"_s, .detail = photometric};
}

std::span<std::uint8_t> asBytes(std::vector<std::byte> &pixels)
{
    return {reinterpret_cast<std::uint8_t *>(pixels.data()), pixels.size()};
}

bool isYbrFull(const RawFrame &raw, const QString &photometric)
{
    if (raw.colourModel != ColourModel::AsDeclared)
        return raw.colourModel == ColourModel::YbrFull;
    return photometric.startsWith(u"YBR_FULL");
}

/// RGB, of what the codestream says the samples are, else the data set.
Result<void> normalizeColour(RawFrame &raw, const PixelFormat &format)
{
    const QString &declared = format.photometric;
    const bool isYbr = isYbrFull(raw, declared);
    const bool isPartial = raw.colourModel == ColourModel::AsDeclared && declared.startsWith(u"YBR_PARTIAL");
    // Without a colour transform in the codestream, the reversible and irreversible ones were never applied.
    const QStringList plain{u"RGB"_s, u"YBR_RCT"_s, u"YBR_ICT"_s};
    if (!isYbr && !isPartial && raw.colourModel == ColourModel::AsDeclared && !plain.contains(declared))
        return unsupported(declared);
    if ((isYbr || isPartial) && format.bitsAllocated != 8)
        return unsupported(u"%1, %2 bits"_s.arg(declared).arg(format.bitsAllocated));
    cutToStoredBits(raw.pixels, format);
    if (isYbr)
        imaging::ybrFullToRgb(asBytes(raw.pixels));
    else if (isPartial)
        imaging::ybrPartialToRgb(asBytes(raw.pixels));
    return ok();
}

template <typename T>
std::vector<std::uint8_t> paintedAs(const std::vector<std::byte> &pixels, const imaging::Palette &palette)
{
    return imaging::painted(std::span(reinterpret_cast<const T *>(pixels.data()), pixels.size() / sizeof(T)),
                            palette);
}

Result<std::vector<std::uint8_t>> paintedPixels(DcmItem &dataset,
                                                const RawFrame &raw,
                                                const PixelFormat &format)
{
    const auto palette = readPalette(dataset);
    if (!palette)
        return Error{.kind = ErrorKind::Corrupt,
                     .code = u"imaging.palette-missing"_s,
                     .detail = u"(0028,1101) to (0028,1203)"_s};
    switch (format.geometry.sampleType()) {
    case SampleType::U8: return paintedAs<std::uint8_t>(raw.pixels, *palette);
    case SampleType::I8: return paintedAs<std::int8_t>(raw.pixels, *palette);
    case SampleType::U16: return paintedAs<std::uint16_t>(raw.pixels, *palette);
    case SampleType::I16: return paintedAs<std::int16_t>(raw.pixels, *palette);
    case SampleType::U32:
    case SampleType::I32:
    case SampleType::F32:
    case SampleType::F64: break;
    }
    return unsupported(u"PALETTE COLOR, %1 bits"_s.arg(format.bitsAllocated));
}

/// Indices to RGB of 8 bits; `format` becomes that of the colours.
Result<void> paint(DcmItem &dataset, RawFrame &raw, PixelFormat &format, std::int64_t budget)
{
    // Three bytes of colour for each, as they come and as they stay.
    TRY_VOID(checkBudget(
        FrameCost{.left = 6 * format.geometry.pixelCount(), .meanwhile = format.geometry.byteSize()},
        budget));
    cutToStoredBits(raw.pixels, format);
    TRY(const auto colours, paintedPixels(dataset, raw, format));
    if (auto defect = paletteDefect(dataset))
        raw.defects.push_back(*std::move(defect));
    const auto *first = reinterpret_cast<const std::byte *>(colours.data());
    raw.pixels = {}; // the indices are no longer needed, and there may be many
    raw.pixels.assign(first, first + colours.size());
    TRY(format.geometry,
        imaging::FrameGeometry::create(format.geometry.columns(), format.geometry.rows(), 3, SampleType::U8));
    format.bitsAllocated = format.bitsStored = 8;
    format.highBit = 7;
    format.isSigned = false;
    return ok();
}

Result<void> normalize(DcmItem &dataset, RawFrame &raw, PixelFormat &format, std::int64_t budget)
{
    if (format.geometry.samplesPerPixel() == 3)
        return normalizeColour(raw, format);
    if (format.photometric == u"PALETTE COLOR"_s)
        return paint(dataset, raw, format, budget);
    // Old files name no photometric interpretation; one sample a pixel is grey.
    if (!format.photometric.isEmpty() && !format.photometric.startsWith(u"MONOCHROME"))
        return unsupported(format.photometric);
    cutToStoredBits(raw.pixels, format);
    return ok();
}

/// What lies between two samples is a value too: not so between two numbers of a palette, or two bits.
bool mayBePreview(DcmItem &dataset, int frameIndex, const PixelFormat &format)
{
    return format.photometric != u"PALETTE COLOR"_s && format.bitsAllocated > 1
        && !isColouredInPart(dataset, frameIndex);
}

/// Whether all bits of a sample are those that were written: other codecs know of no more than the stored ones.
bool hasEveryBit(const DatasetFile &file)
{
    const auto codec = codecOf(file.bytes.transferSyntax).value_or(Codec::Native);
    return !file.layout.pixels->isEncapsulated || codec == Codec::Rle || codec == Codec::DeflatedFrame;
}

Result<DecodedFrame> decoded(const DatasetFile &file, int frameIndex, Detail detail)
{
    if (!file.layout.pixels)
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.no-pixels"_s};
    TRY(const auto format, readPixelFormat(file.dataset(), *file.layout.pixels));
    const bool mayBeSmaller = mayBePreview(file.dataset(), frameIndex, format);
    TRY(auto raw, readRawFrame(file, format, frameIndex, mayBeSmaller ? detail : Detail::Full));
    TRY(auto frame, decodedFrom(file, std::move(raw), format, frameIndex));
    return withSupplementalColours(file.dataset(), frameIndex, std::move(frame), frameBudget(file));
}

} // namespace

Result<DecodedFrame> decodedFrom(const DatasetFile &file,
                                 RawFrame raw,
                                 const PixelFormat &format,
                                 int frameIndex)
{
    auto shown = format;
    auto embedded = hasEveryBit(file) ? embeddedOverlays(file.dataset(), raw.pixels, format)
                                      : std::vector<imaging::OverlayPlane>();
    TRY_VOID(normalize(file.dataset(), raw, shown, frameBudget(file)));
    auto facts = readFrameFacts(file, frameIndex, shown);
    tellMissingColours(file.dataset(), frameIndex, facts);
    std::ranges::move(embedded, std::back_inserter(facts.overlays));
    facts.defects.insert(facts.defects.end(), file.defects.begin(), file.defects.end());
    facts.defects.insert(facts.defects.end(), raw.defects.begin(), raw.defects.end());
    return DecodedFrame{.facts = std::move(facts), .pixels = std::move(raw.pixels)};
}

Result<DecodedFrame> decodedFrame(const DatasetFile &file, int frameIndex)
{
    return decoded(file, frameIndex, Detail::Full);
}

Result<DecodedFrame> decodedPreview(const DatasetFile &file, int frameIndex)
{
    return decoded(file, frameIndex, Detail::Preview);
}

Result<std::shared_ptr<const imaging::Frame>> decodeFrame(const QString &path, int frameIndex)
{
    TRY(const auto file, openDataset(path, Elements::Standard));
    TRY(auto frame, decodedFrame(file, frameIndex));
    return imaging::Frame::create(std::move(frame.facts), std::move(frame.pixels));
}

Result<std::shared_ptr<const imaging::Frame>> decodePreview(const QString &path, int frameIndex)
{
    TRY(const auto file, openDataset(path, Elements::Standard));
    TRY(auto frame, decodedPreview(file, frameIndex));
    return imaging::Frame::create(std::move(frame.facts), std::move(frame.pixels));
}

} // namespace simiao::dicom
