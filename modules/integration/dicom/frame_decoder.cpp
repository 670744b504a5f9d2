#include "integration/dicom/frame_decoder.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frame_facts.h"
#include "integration/dicom/raw_frame.h"
#include "integration/dicom/sample_unpack.h"
#include "integration/dicom/transfer_syntax.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkFrameIndex(DcmItem &dataset, int frameIndex)
{
    const int frames = std::max(1, integer(dataset, DCM_NumberOfFrames).value_or(1));
    if (frameIndex >= 0 && frameIndex < frames)
        return ok();
    return Error{.kind = ErrorKind::Invalid,
                 .code = u"imaging.no-such-frame"_s,
                 .detail = u"frame %1 of %2"_s.arg(frameIndex).arg(frames)};
}

Error unsupportedColour(const QString &colourModel)
{
    return {.kind = ErrorKind::Invalid, .code = u"imaging.photometric-unsupported"_s, .detail = colourModel};
}

/// Makes RGB, interleaved, of whatever the decoder left.
Result<void> normalizeColour(RawFrame &raw, const PixelFormat &format)
{
    if (raw.isPlanar)
        raw.pixels = interleaved(raw.pixels, format);
    if (raw.colourModel == u"RGB"_s)
        return ok();
    if (raw.colourModel != u"YBR_FULL"_s || format.bitsAllocated != 8)
        return unsupportedColour(raw.colourModel);
    convertYbrFullToRgb(raw.pixels);
    return ok();
}

Result<void> normalizeGrey(RawFrame &raw, const PixelFormat &format)
{
    if (!raw.colourModel.startsWith(u"MONOCHROME"))
        return unsupportedColour(raw.colourModel);
    cutToStoredBits(raw.pixels, format);
    return ok();
}

} // namespace

Result<std::shared_ptr<const imaging::Frame>> decodeFrame(const QString &path, int frameIndex)
{
    TRY(const auto file, openDataset(path, ReadExtent::Everything));
    auto &dataset = *file->getDataset();
    TRY_VOID(checkTransferSyntax(dataset));
    TRY_VOID(checkFrameIndex(dataset, frameIndex));
    TRY(const auto format, readPixelFormat(dataset));
    TRY(auto raw, readRawFrame(dataset, frameIndex, format));

    const bool isGrey = format.geometry.samplesPerPixel() == 1;
    TRY_VOID(isGrey ? normalizeGrey(raw, format) : normalizeColour(raw, format));
    return imaging::Frame::create(readFrameFacts(dataset, frameIndex, format), std::move(raw.pixels));
}

} // namespace simiao::dicom
