#include "integration/dicom/codecs/jpeg_ls.h"

#include "core/try.h"
#include "integration/dicom/codecs/frame_budget.h"
#include "integration/dicom/codecs/jpeg_ls_scans.h"
#include "integration/dicom/sample_unpack.h"

#include <charls/charls.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkShape(const charls::frame_info &info, const PixelFormat &format)
{
    const auto &geometry = format.geometry;
    const auto components = static_cast<int>(info.component_count);
    if (static_cast<int>(info.width) != geometry.columns()
        || static_cast<int>(info.height) != geometry.rows())
        return pixelsDamaged(u"JPEG-LS of %1 x %2 x %3"_s.arg(info.width).arg(info.height).arg(components));
    if (info.bits_per_sample > static_cast<int>(8 * format.sampleBytes()))
        return pixelsDamaged(u"JPEG-LS of %1 bits"_s.arg(info.bits_per_sample));
    return ok();
}

/// Appends the samples of a scan to `raw`; may throw what CharLS throws of a header.
Result<void> decodeScan(const JpegLsScan &scan, const PixelFormat &format, RawFrame &raw)
{
    charls::jpegls_decoder decoder;
    decoder.source(scan.stream.data(), scan.stream.size());
    decoder.read_header();
    TRY_VOID(checkShape(decoder.frame_info(), format));

    const std::size_t codedBytes = decoder.frame_info().bits_per_sample <= 8 ? 1 : 2;
    std::vector<std::byte> samples(decoder.destination_size());
    try {
        decoder.decode(samples.data(), samples.size());
    } catch (const charls::jpegls_error &thrown) {
        // "Too much" is our guard behind a whole scan; of all else the lines before the damage are in the buffer.
        if (thrown.code() != charls::jpegls_errc::too_much_encoded_data)
            raw.defects.push_back({u"imaging.pixels-missing"_s, QString::fromUtf8(thrown.what())});
    }
    if (codedBytes != format.sampleBytes())
        samples = widened(samples, codedBytes, format.sampleBytes(), false);
    if (raw.pixels.empty())
        raw.pixels = std::move(samples);
    else
        raw.pixels.insert(raw.pixels.end(), samples.begin(), samples.end());
    return ok();
}

Result<RawFrame> decode(const CodedFrame &frame)
{
    const auto scans = splitScans(frame.bytes);
    int components = 0;
    for (const auto &scan : scans)
        components += scan.components;
    if (components != frame.format.geometry.samplesPerPixel())
        return pixelsDamaged(u"JPEG-LS of %1 components in %2 scans"_s.arg(components).arg(scans.size()));
    // Samples of a scan before they are widened or put beside those of the others; the scans are copies of the coded bytes.
    const bool isCopied = scans.size() > 1 || frame.format.sampleBytes() > 1;
    TRY_VOID(checkBudget(frame,
                         static_cast<std::int64_t>(frame.bytes.size())
                             + (isCopied ? frame.format.geometry.byteSize() : 0)));

    RawFrame raw;
    for (const auto &scan : scans) {
        TRY_VOID(decodeScan(scan, frame.format, raw));
    }
    if (scans.size() > 1)
        raw.pixels = interleaved(raw.pixels, frame.format);
    return raw;
}

} // namespace

Result<RawFrame> decodeJpegLs(const CodedFrame &frame)
{
    try {
        return decode(frame);
    } catch (const std::exception &thrown) {
        return pixelsDamaged(QString::fromUtf8(thrown.what()));
    }
}

} // namespace simiao::dicom
