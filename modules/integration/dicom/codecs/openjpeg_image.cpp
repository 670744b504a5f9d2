#include "integration/dicom/codecs/openjpeg_image.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace simiao::dicom {

namespace {

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

/// The number of parts of a tile was written one too low: OpenJPEG counts anew and decodes all of them.
bool isHarmless(std::string_view message)
{
    return message.starts_with("Non conformant codestream TPsot==TNsot");
}

void takeComplaint(const char *message, void *data)
{
    if (!isHarmless(message))
        static_cast<Jpeg2000Complaints *>(data)->add(message);
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

ImagePointer decodedImage(std::span<const std::byte> codestream,
                          const Jpeg2000Manner &manner,
                          Jpeg2000Complaints &complaints)
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

Jpeg2000Plane planeOf(const opj_image_comp_t &component)
{
    const auto count = component.data == nullptr ? 0 : std::size_t{component.w} * component.h;
    return {.samples = {component.data, count},
            .columns = component.w,
            .rows = component.h,
            .columnStep = component.dx,
            .rowStep = component.dy,
            .precision = static_cast<int>(component.prec)};
}

} // namespace

std::optional<Jpeg2000Planes> decodedByOpenJpeg(std::span<const std::byte> codestream,
                                                const Jpeg2000Manner &manner,
                                                Jpeg2000Complaints &complaints)
{
    auto image = decodedImage(codestream, manner, complaints);
    if (!image)
        return std::nullopt;
    Jpeg2000Planes planes{.halvings = manner.halvings};
    for (const auto &component : std::span(image->comps, image->numcomps)) {
        if (component.factor != static_cast<OPJ_UINT32>(manner.halvings))
            return std::nullopt;
        planes.planes.push_back(planeOf(component));
    }
    planes.owner = std::shared_ptr<const opj_image_t>(std::move(image));
    return planes;
}

} // namespace simiao::dicom
