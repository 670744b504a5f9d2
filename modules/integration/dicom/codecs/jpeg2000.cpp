#include "integration/dicom/codecs/jpeg2000.h"

#include "core/try.h"
#include "imaging/preview.h"
#include "integration/dicom/codecs/jpeg2000_header.h"
#include "integration/dicom/codecs/plausible.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <type_traits>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

// What a picture that fits into memory may be cut into; OpenJPEG allocates for each before it decodes.
constexpr std::int64_t kMostTiles = 16'384;
constexpr std::int64_t kMostBlocks = 1 << 20;

// A preview: how often its edges are halved, and what a picture must have that it is worth it.
constexpr int kHalvings = 2;
constexpr OPJ_UINT32 kStep = 1 << kHalvings;
constexpr int kLeastEdge = 256;

/// A codestream in memory, as OpenJPEG reads it.
struct Source
{
    std::span<const std::byte> bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T readSome(void *buffer, OPJ_SIZE_T size, void *data)
{
    auto &source = *static_cast<Source *>(data);
    const auto count = std::min(size, source.bytes.size() - source.at);
    if (count == 0)
        return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(buffer, source.bytes.data() + source.at, count);
    source.at += count;
    return count;
}

OPJ_OFF_T skipSome(OPJ_OFF_T size, void *data)
{
    auto &source = *static_cast<Source *>(data);
    if (size < 0)
        return -1;
    const auto count = std::min(static_cast<std::size_t>(size), source.bytes.size() - source.at);
    source.at += count;
    return static_cast<OPJ_OFF_T>(count);
}

OPJ_BOOL seekTo(OPJ_OFF_T position, void *data)
{
    auto &source = *static_cast<Source *>(data);
    if (position < 0 || static_cast<std::size_t>(position) > source.bytes.size())
        return OPJ_FALSE;
    source.at = static_cast<std::size_t>(position);
    return OPJ_TRUE;
}

struct Complaints
{
    QString first;
    int count = 0;
};

void takeComplaint(const char *message, void *data)
{
    auto &complaints = *static_cast<Complaints *>(data);
    if (complaints.count++ == 0)
        complaints.first = QString::fromUtf8(message).trimmed();
}

using CodecPointer = std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)>;
using StreamPointer = std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)>;
using ImagePointer = std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)>;

StreamPointer streamOf(Source &source)
{
    StreamPointer stream(opj_stream_default_create(OPJ_TRUE), &opj_stream_destroy);
    if (stream) {
        opj_stream_set_user_data(stream.get(), &source, nullptr);
        opj_stream_set_user_data_length(stream.get(), source.bytes.size());
        opj_stream_set_read_function(stream.get(), readSome);
        opj_stream_set_skip_function(stream.get(), skipSome);
        opj_stream_set_seek_function(stream.get(), seekTo);
    }
    return stream;
}

struct Manner
{
    bool isStrict = true; ///< false: takes what is there of a stream that ends early
    int halvings = 0;     ///< of the edges
};

ImagePointer decodedImage(std::span<const std::byte> codestream, const Manner &manner, Complaints &complaints)
{
    Source source{.bytes = codestream};
    auto stream = streamOf(source);
    CodecPointer codec(opj_create_decompress(OPJ_CODEC_J2K), &opj_destroy_codec);
    ImagePointer image(nullptr, &opj_image_destroy);
    if (!stream || !codec)
        return image;
    opj_set_error_handler(codec.get(), takeComplaint, &complaints);
    opj_set_warning_handler(codec.get(), takeComplaint, &complaints);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    parameters.cp_reduce = static_cast<OPJ_UINT32>(manner.halvings);
    if (!opj_setup_decoder(codec.get(), &parameters)
        || !opj_decoder_set_strict_mode(codec.get(), manner.isStrict ? OPJ_TRUE : OPJ_FALSE))
        return image;

    opj_image_t *decoded = nullptr;
    const bool isDone = opj_read_header(stream.get(), codec.get(), &decoded)
        && opj_decode(codec.get(), stream.get(), decoded);
    image.reset(decoded);
    if (!isDone)
        image.reset();
    return image;
}

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

/// Whether every component that is wanted has a sample for each pixel.
bool isFull(const opj_image_t &image, const imaging::FrameGeometry &geometry)
{
    const auto wanted = static_cast<OPJ_UINT32>(geometry.samplesPerPixel());
    if (image.numcomps < wanted)
        return false;
    return std::all_of(image.comps, image.comps + wanted, [&](const opj_image_comp_t &component) {
        return component.data != nullptr && component.dx >= 1 && component.dy >= 1
            && component.w >= static_cast<OPJ_UINT32>(geometry.columns()) / component.dx
            && component.h >= static_cast<OPJ_UINT32>(geometry.rows()) / component.dy && component.w > 0
            && component.h > 0;
    });
}

/// Subsampled components are repeated.
template <typename T>
void copyComponent(const opj_image_comp_t &component,
                   const PixelFormat &format,
                   std::size_t index,
                   std::byte *out)
{
    auto *samples = reinterpret_cast<T *>(out);
    const auto stride = static_cast<std::size_t>(format.geometry.samplesPerPixel());
    const auto columns = static_cast<OPJ_UINT32>(format.geometry.columns());
    for (OPJ_UINT32 row = 0; row < static_cast<OPJ_UINT32>(format.geometry.rows()); ++row) {
        const auto *line =
            component.data + std::size_t{std::min(row / component.dy, component.h - 1)} * component.w;
        auto *to = samples + (std::size_t{row} * columns) * stride + index;
        for (OPJ_UINT32 column = 0; column < columns; ++column)
            to[column * stride] = static_cast<T>(line[std::min(column / component.dx, component.w - 1)]);
    }
}

/// Samples at every fourth column and, between two rows, `share` quarters of the way, to a value for each column; sixteen times as
/// large as they are.
template <typename Wide>
void spreadLine(const OPJ_INT32 *above,
                const OPJ_INT32 *below,
                Wide share,
                std::size_t width,
                std::vector<Wide> &line)
{
    constexpr Wide kWhole = kStep;
    const auto at = [&](std::size_t i) { return Wide{above[i]} * (kWhole - share) + Wide{below[i]} * share; };
    Wide left = at(0);
    for (std::size_t i = 0; i < width; ++i) {
        const Wide right = i + 1 < width ? at(i + 1) : left;
        for (Wide part = 0; part < kWhole; ++part)
            line[i * kStep + std::size_t(part)] = left * (kWhole - part) + right * part;
        left = right;
    }
    std::fill(line.begin() + std::ptrdiff_t(width * kStep), line.end(), left * kWhole);
}

/// A preview's samples stand at every fourth column and row; the others lie between.
template <typename T>
void spreadComponent(const opj_image_comp_t &component,
                     const PixelFormat &format,
                     std::size_t index,
                     std::byte *out)
{
    using Wide = std::conditional_t<sizeof(T) <= 2, std::int32_t, std::int64_t>;
    constexpr Wide kRound = kStep * kStep / 2;
    auto *samples = reinterpret_cast<T *>(out) + index;
    const auto stride = static_cast<std::size_t>(format.geometry.samplesPerPixel());
    const auto columns = static_cast<std::size_t>(format.geometry.columns());
    std::vector<Wide> line(std::max(columns, std::size_t{component.w} * kStep));
    for (OPJ_UINT32 row = 0; row < static_cast<OPJ_UINT32>(format.geometry.rows()); ++row) {
        const auto above = std::min(row / kStep, component.h - 1);
        const auto below = std::min(above + 1, component.h - 1);
        spreadLine<Wide>(component.data + std::size_t{above} * component.w,
                         component.data + std::size_t{below} * component.w, Wide(row % kStep), component.w,
                         line);
        for (std::size_t column = 0; column < columns; ++column)
            samples[column * stride] = static_cast<T>((line[column] + kRound) >> (2 * kHalvings));
        samples += columns * stride;
    }
}

template <typename T>
void placeComponent(const opj_image_comp_t &component,
                    const PixelFormat &format,
                    std::size_t index,
                    std::byte *out)
{
    if (component.factor > 0)
        return spreadComponent<T>(component, format, index, out);
    copyComponent<T>(component, format, index, out);
}

std::vector<std::byte> samplesOf(const opj_image_t &image, const PixelFormat &format)
{
    std::vector<std::byte> pixels(static_cast<std::size_t>(format.geometry.byteSize()));
    for (std::size_t i = 0; i < static_cast<std::size_t>(format.geometry.samplesPerPixel()); ++i) {
        switch (format.sampleBytes()) {
        case 1: placeComponent<std::uint8_t>(image.comps[i], format, i, pixels.data()); break;
        case 2: placeComponent<std::uint16_t>(image.comps[i], format, i, pixels.data()); break;
        default: placeComponent<std::uint32_t>(image.comps[i], format, i, pixels.data()); break;
        }
    }
    return pixels;
}

RawFrame rawFrameOf(const opj_image_t &image, const Jpeg2000Header &header, const PixelFormat &format)
{
    return {.pixels = samplesOf(image, format),
            .colourModel = header.hasColourTransform ? ColourModel::Rgb : ColourModel::AsDeclared};
}

bool isPreviewWorthIt(const Jpeg2000Header &header)
{
    return header.levels >= kHalvings && header.columns >= kLeastEdge && header.rows >= kLeastEdge;
}

/// Whether every component that is wanted has a sample for every fourth column and row.
bool isFullPreview(const opj_image_t &image, const PixelFormat &format)
{
    const auto &geometry = format.geometry;
    const auto wanted = static_cast<OPJ_UINT32>(geometry.samplesPerPixel());
    const auto quarter = [](int edge) { return static_cast<OPJ_UINT32>(edge) / kStep; };
    return image.numcomps >= wanted
        && std::all_of(image.comps, image.comps + wanted, [&](const opj_image_comp_t &component) {
               return component.data != nullptr && component.dx == 1 && component.dy == 1
                   && component.prec <= 8 * format.sampleBytes() && component.factor == kHalvings
                   && component.w >= quarter(geometry.columns()) && component.h >= quarter(geometry.rows());
           });
}

/// Nothing where the codestream has no such levels, or more is wrong with it.
std::optional<RawFrame> previewOf(std::span<const std::byte> codestream,
                                  const Jpeg2000Header &header,
                                  const PixelFormat &format)
{
    Complaints complaints;
    const auto image = decodedImage(codestream, {.halvings = kHalvings}, complaints);
    if (!image || complaints.count > 0 || !isFullPreview(*image, format))
        return std::nullopt;
    auto raw = rawFrameOf(*image, header, format);
    raw.defects.push_back({imaging::kPreview, u"1/%1"_s.arg(kStep)});
    return raw;
}

} // namespace

Result<RawFrame> decodeJpeg2000(const CodedFrame &frame)
{
    const auto codestream = codestreamIn(frame.bytes);
    TRY(const auto header, checkedHeader(codestream, frame.format));
    TRY_VOID(checkPlausible(frame.format, codestream.size()));

    if (frame.detail == Detail::Preview && isPreviewWorthIt(header)) {
        if (auto preview = previewOf(codestream, header, frame.format))
            return *std::move(preview);
    }

    Complaints complaints;
    auto image = decodedImage(codestream, {}, complaints);
    const bool isCut = !image;
    if (isCut)
        image = decodedImage(codestream, {.isStrict = false}, complaints);
    if (!image || !isFull(*image, frame.format.geometry))
        return pixelsDamaged(complaints.first);

    auto raw = rawFrameOf(*image, header, frame.format);
    if (isCut)
        raw.defects.push_back({u"imaging.pixels-missing"_s, complaints.first});
    else if (complaints.count > 0)
        raw.defects.push_back({u"imaging.pixels-doubtful"_s, complaints.first});
    return raw;
}

} // namespace simiao::dicom
