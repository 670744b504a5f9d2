#include "integration/dicom/codecs/jpeg.h"

#include "core/try.h"
#include "integration/dicom/codecs/frame_budget.h"
#include "integration/dicom/codecs/jpeg_header.h"
#include "integration/dicom/sample_unpack.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Progressive pictures have some ten; each goes over the whole picture.
constexpr int kMostScans = 100;

/// An IJG decoder that counts what it would have put right in silence.
template <typename Decoder>
class Watched : public Decoder
{
public:
    Watched(const DJCodecParameter &parameters, int &warnings)
        : Decoder(parameters, OFFalse)
        , m_warnings(warnings)
    {
    }
    void emitMessage(int level) const override { m_warnings += level < 0 ? 1 : 0; }

private:
    int &m_warnings;
};

std::unique_ptr<DJDecoder> decoderFor(int precision, const DJCodecParameter &parameters, int &warnings)
{
    if (precision <= 8)
        return std::make_unique<Watched<DJDecompressIJG8Bit>>(parameters, warnings);
    if (precision <= 12)
        return std::make_unique<Watched<DJDecompressIJG12Bit>>(parameters, warnings);
    return std::make_unique<Watched<DJDecompressIJG16Bit>>(parameters, warnings);
}

ColourModel colourModel(const JpegHeader &header)
{
    if (header.components.size() != 3)
        return ColourModel::AsDeclared;
    if (header.isNamedRgb())
        return ColourModel::Rgb;
    if (header.isLossless())
        return ColourModel::AsDeclared;
    if (header.adobeTransform)
        return *header.adobeTransform == 0 ? ColourModel::Rgb : ColourModel::YbrFull;
    return header.isJfif || header.isSubsampled() ? ColourModel::YbrFull : ColourModel::AsDeclared;
}

Result<JpegHeader> checkedHeader(const CodedFrame &frame)
{
    const auto header = readJpegHeader(frame.bytes);
    if (!header)
        return pixelsDamaged(u"no JPEG frame header"_s);
    const auto &geometry = frame.format.geometry;
    const auto shape =
        u"JPEG of %1 x %2 x %3"_s.arg(header->columns).arg(header->rows).arg(header->components.size());
    if (header->columns != geometry.columns() || header->rows != geometry.rows()
        || header->components.size() != static_cast<std::size_t>(geometry.samplesPerPixel()))
        return pixelsDamaged(shape);
    if (header->precision > 16 || header->precision > static_cast<int>(8 * frame.format.sampleBytes()))
        return pixelsDamaged(u"JPEG of %1 bits"_s.arg(header->precision));
    if (header->scans > kMostScans)
        return pixelsDamaged(u"JPEG of %1 scans"_s.arg(header->scans));
    return *header;
}

/// The decoder's own picture of coefficients, or of differences, where scans add to it; and samples that are widened afterwards.
std::int64_t scratchOf(const JpegHeader &header, const PixelFormat &format, std::size_t codedBytes)
{
    const std::int64_t kept = header.scans > 1 || header.process == 2 ? (header.isLossless() ? 4 : 2) : 0;
    const bool isWidened = codedBytes != format.sampleBytes();
    return format.geometry.sampleCount() * (kept + (isWidened ? static_cast<std::int64_t>(codedBytes) : 0));
}

/// Each scan goes over the picture, however little it says: some two seconds for what passes.
Result<void> checkWork(const JpegHeader &header, const PixelFormat &format)
{
    constexpr std::int64_t kMostVisits = 1'500'000'000;
    if (header.scans <= 1 || format.geometry.sampleCount() <= kMostVisits / header.scans)
        return ok();
    return Error{.kind = ErrorKind::Invalid,
                 .code = u"imaging.frame-too-large"_s,
                 .detail = u"%1 scans"_s.arg(header.scans)};
}

struct Outcome
{
    OFCondition condition;
    bool isCut = false;
    int warnings = 0;
};

Outcome run(std::span<const std::byte> coded,
            std::span<std::byte> out,
            const JpegHeader &header,
            bool isSigned)
{
    const DJCodecParameter parameters(ECC_lossyYCbCr, EDC_never, EUC_never, EPC_colorByPixel);
    Outcome outcome;
    const auto decoder = decoderFor(header.precision, parameters, outcome.warnings);
    outcome.condition = decoder->init();
    const auto feed = [&](const void *bytes, std::size_t size) {
        // The decoder only reads, whatever its signature says.
        auto *data = static_cast<Uint8 *>(const_cast<void *>(bytes));
        outcome.condition =
            decoder->decode(data, static_cast<Uint32>(size), reinterpret_cast<Uint8 *>(out.data()),
                            static_cast<Uint32>(out.size()), isSigned ? OFTrue : OFFalse);
    };
    if (outcome.condition.good())
        feed(coded.data(), coded.size());
    // A stream that ends early waits for more. With an end of image it gives what it has.
    static constexpr std::array<Uint8, 8> kEnd{0xFF, 0xD9, 0xFF, 0xD9, 0xFF, 0xD9, 0xFF, 0xD9};
    for (int i = 0; i < 2 && outcome.condition == EJ_Suspension; ++i) {
        outcome.isCut = true;
        feed(kEnd.data(), kEnd.size());
    }
    return outcome;
}

} // namespace

Result<RawFrame> decodeJpeg(const CodedFrame &frame)
{
    if (frame.bytes.size() > std::numeric_limits<Uint32>::max())
        return pixelsDamaged(u"more than 4 GiB in a frame"_s);
    TRY(const auto header, checkedHeader(frame));
    const std::size_t codedBytes = header.precision <= 8 ? 1 : 2;
    TRY_VOID(checkBudget(frame, scratchOf(header, frame.format, codedBytes)));
    TRY_VOID(checkWork(header, frame.format));

    std::vector<std::byte> samples(static_cast<std::size_t>(frame.format.geometry.sampleCount())
                                   * codedBytes);
    const auto outcome = run(frame.bytes, samples, header, frame.format.isSigned);
    if (outcome.condition.bad())
        return pixelsDamaged(QString::fromLatin1(outcome.condition.text()));

    RawFrame raw{.pixels = codedBytes == frame.format.sampleBytes()
                     ? std::move(samples)
                     : widened(samples, codedBytes, frame.format.sampleBytes(), false),
                 .colourModel = colourModel(header)};
    // The decoder complains of each such scan and reads it as it was meant: nothing is lost.
    const int warnings = outcome.warnings - header.oddScans;
    if (outcome.isCut)
        raw.defects.push_back({u"imaging.pixels-missing"_s, u"the JPEG stream ends early"_s});
    else if (warnings > 0)
        raw.defects.push_back({u"imaging.pixels-doubtful"_s, u"JPEG: %1 warnings"_s.arg(warnings)});
    return raw;
}

} // namespace simiao::dicom
