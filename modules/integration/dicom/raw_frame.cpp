#include "integration/dicom/raw_frame.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cstdint>
#include <span>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

Error damaged(const QString &detail)
{
    return {.kind = ErrorKind::Corrupt, .code = u"imaging.pixels-damaged"_s, .detail = detail};
}

Result<DcmPixelData *> pixelData(DcmDataset &dataset)
{
    DcmElement *element = nullptr;
    if (dataset.findAndGetElement(DCM_PixelData, element).bad())
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.no-pixels"_s};
    auto *pixels = dynamic_cast<DcmPixelData *>(element);
    if (pixels == nullptr)
        return damaged(u"unexpected value representation"_s);
    return pixels;
}

/// The toolkit takes whatever stands at the frame's place; a file that was cut short must be seen.
Result<void> checkNativeLength(DcmPixelData &pixels, int frameIndex, const PixelFormat &format)
{
    const auto needed = (std::int64_t{frameIndex} + 1) * format.geometry.byteSize();
    if (std::int64_t{pixels.getLength()} >= needed)
        return ok();
    return Error{.kind = ErrorKind::Corrupt,
                 .code = u"imaging.pixels-missing"_s,
                 .detail = u"%1 of %2 bytes"_s.arg(pixels.getLength()).arg(needed)};
}

/// The toolkit's RLE decoder gives wrong pixels when a frame is spread over several fragments.
Result<void> checkRleFragments(DcmDataset &dataset, DcmPixelData &pixels)
{
    DcmPixelSequence *sequence = nullptr;
    if (pixels.getEncapsulatedRepresentation(EXS_RLELossless, nullptr, sequence).bad() || sequence == nullptr)
        return damaged(u"no fragments"_s);
    const int frames = std::max(1, integer(dataset, DCM_NumberOfFrames).value_or(1));
    const auto fragments = static_cast<long>(sequence->card()) - 1; // the first item is the offset table
    if (fragments == frames)
        return ok();
    return damaged(u"%1 RLE fragments for %2 frames"_s.arg(fragments).arg(frames));
}

Result<void> checkCompleteness(DcmDataset &dataset,
                               DcmPixelData &pixels,
                               int frameIndex,
                               const PixelFormat &format)
{
    const DcmXfer syntax(dataset.getOriginalXfer());
    if (!syntax.isEncapsulated())
        return checkNativeLength(pixels, frameIndex, format);
    if (syntax.getXfer() == EXS_RLELossless)
        return checkRleFragments(dataset, pixels);
    return ok();
}

/// Words of 16 bits are swapped on reading; samples of 32 bits then have their halves the wrong way round.
void swapHalves(std::vector<std::byte> &pixels)
{
    const std::span words(reinterpret_cast<std::uint16_t *>(pixels.data()), pixels.size() / 2);
    for (std::size_t i = 0; i + 1 < words.size(); i += 2)
        std::swap(words[i], words[i + 1]);
}

bool isJpegFamily(E_TransferSyntax syntax)
{
    return DcmXfer(syntax).isEncapsulated() && syntax != EXS_RLELossless;
}

} // namespace

Result<RawFrame> readRawFrame(DcmDataset &dataset, int frameIndex, const PixelFormat &format)
{
    TRY(auto *const pixels, pixelData(dataset));
    TRY_VOID(checkCompleteness(dataset, *pixels, frameIndex, format));

    Uint32 frameSize = 0;
    const auto wanted = static_cast<std::size_t>(format.geometry.byteSize());
    if (pixels->getUncompressedFrameSize(&dataset, frameSize).bad() || frameSize < wanted)
        return damaged(u"frame size %1"_s.arg(frameSize));

    // The toolkit wants room for whole words, also for a frame of an odd number of bytes.
    const Uint32 roomSize = frameSize + frameSize % 2;
    Uint32 fragment = 0;
    OFString colourModel;
    RawFrame raw{.pixels = std::vector<std::byte>(roomSize), .colourModel = {}, .isPlanar = format.isPlanar};
    const auto decoded = pixels->getUncompressedFrame(&dataset, static_cast<Uint32>(frameIndex), fragment,
                                                      raw.pixels.data(), roomSize, colourModel);
    if (decoded.bad())
        return damaged(QString::fromLatin1(decoded.text()));

    const auto syntax = dataset.getOriginalXfer();
    if (syntax == EXS_BigEndianExplicit && format.bitsAllocated == 32)
        swapHalves(raw.pixels);
    raw.pixels.resize(wanted);
    raw.colourModel = QString::fromLatin1(colourModel.c_str()).trimmed();
    // The JPEG decoders were told to interleave; the attribute speaks of the file.
    raw.isPlanar = format.isPlanar && !isJpegFamily(syntax);
    return raw;
}

} // namespace simiao::dicom
