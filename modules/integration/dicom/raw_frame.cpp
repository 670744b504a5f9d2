#include "integration/dicom/raw_frame.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/codecs/inflate.h"
#include "integration/dicom/codecs/jpeg.h"
#include "integration/dicom/codecs/jpeg2000.h"
#include "integration/dicom/codecs/jpeg_ls.h"
#include "integration/dicom/codecs/rle.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/fragments.h"
#include "integration/dicom/frames_there.h"
#include "integration/dicom/native_frame.h"
#include "integration/dicom/sample_unpack.h"
#include "integration/dicom/transfer_syntax.h"

#include <QIODevice>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

static_assert(std::endian::native == std::endian::little, "samples are read and hashed in little endian");

namespace {

Result<RawFrame> decodeDeflatedFrame(const CodedFrame &frame)
{
    TRY_VOID(checkBudget(frame, frame.format.nativeBytes()));
    const auto wanted = static_cast<std::size_t>(frame.format.nativeBytes());
    auto inflated = inflate(frame.bytes, wanted + wanted / 8 + 1024);
    inflated.bytes.resize(std::min(inflated.bytes.size(), wanted));
    return fromNativeBytes(std::move(inflated.bytes), frame.format);
}

Result<RawFrame> decode(Codec codec, const CodedFrame &frame)
{
    switch (codec) {
    case Codec::Native: break;
    case Codec::DeflatedFrame: return decodeDeflatedFrame(frame);
    case Codec::Rle: return decodeRle(frame);
    case Codec::Jpeg: return decodeJpeg(frame);
    case Codec::JpegLs: return decodeJpegLs(frame);
    case Codec::Jpeg2000: return decodeJpeg2000(frame);
    }
    return pixelsDamaged(u"fragments under an uncompressed transfer syntax"_s);
}

std::vector<quint64> extendedOffsets(DcmDataset &dataset)
{
    DcmElement *element = nullptr;
    Uint64 *values = nullptr;
    if (dataset.findAndGetElement(DCM_ExtendedOffsetTable, element).bad()
        || element->getUint64Array(values).bad() || values == nullptr)
        return {};
    return {values, values + element->getLength() / sizeof(Uint64)};
}

/// What the first bytes say where the transfer syntax says that nothing is compressed.
Codec sniffed(std::span<const std::byte> bytes)
{
    const auto startsWith = [bytes](std::initializer_list<int> mark) {
        return bytes.size() >= mark.size()
            && std::equal(mark.begin(), mark.end(), bytes.begin(),
                          [](int a, std::byte b) { return a == std::to_integer<int>(b); });
    };
    if (startsWith({0xFF, 0xD8, 0xFF, 0xF7}))
        return Codec::JpegLs;
    if (startsWith({0xFF, 0xD8, 0xFF}))
        return Codec::Jpeg;
    return startsWith({0xFF, 0x4F, 0xFF, 0x51}) ? Codec::Jpeg2000 : Codec::Native;
}

Result<RawFrame> readEncapsulated(const DatasetFile &file,
                                  const PixelFormat &format,
                                  Codec codec,
                                  int frameIndex,
                                  Detail detail)
{
    auto &device = *file.bytes.device;
    const auto list = readFragments(device, *file.layout.pixels);
    const auto fragments =
        fragmentsOfFrame(device, list, extendedOffsets(file.dataset()), frameIndex, frameCount(file));
    if (fragments.empty())
        return Error{.kind = ErrorKind::Corrupt,
                     .code = u"imaging.pixels-missing"_s,
                     .detail =
                         u"%1 fragments for %2 frames"_s.arg(list.fragments.size()).arg(frameCount(file))};
    const auto bytes = joined(device, fragments);
    TRY(auto raw,
        decode(codec == Codec::Native ? sniffed(bytes) : codec,
               {.bytes = bytes, .format = format, .detail = detail, .budget = frameBudget(file)}));
    if (auto missing = framesMissing(file, qint64(list.fragments.size())))
        raw.defects.push_back(*std::move(missing));
    if (!list.isWhole)
        raw.defects.push_back({u"imaging.file-damaged"_s, u"the file ends within the pixel data"_s});
    return raw;
}

} // namespace

int frameCount(const DatasetFile &file)
{
    // More than can be counted is more than there is, and that is said.
    const double stated = number(file.dataset(), DCM_NumberOfFrames).value_or(1);
    return static_cast<int>(std::clamp<double>(stated, 1, std::numeric_limits<int>::max()));
}

Error pixelsDamaged(const QString &detail)
{
    return {.kind = ErrorKind::Corrupt, .code = u"imaging.pixels-damaged"_s, .detail = detail};
}

Result<RawFrame> readRawFrame(const DatasetFile &file,
                              const PixelFormat &format,
                              int frameIndex,
                              Detail detail)
{
    if (!file.layout.pixels)
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.no-pixels"_s};
    if (frameIndex < 0 || frameIndex >= frameCount(file))
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.no-such-frame"_s,
                     .detail = u"frame %1, the last is %2"_s.arg(frameIndex).arg(frameCount(file) - 1)};
    TRY(const auto codec, codecOf(file.bytes.transferSyntax));
    if (file.layout.pixels->isEncapsulated)
        return readEncapsulated(file, format, codec, frameIndex, detail);
    // A length that is known means that nothing is compressed, whatever the transfer syntax says.
    TRY_VOID(checkBudget(nativeCost(format), frameBudget(file)));
    TRY(auto raw,
        readNativeFrame(*file.bytes.device, *file.layout.pixels, format, file.layout.isBigEndian,
                        frameIndex));
    if (auto missing = framesMissing(file, nativeFramesThere(file, format)))
        raw.defects.push_back(*std::move(missing));
    return raw;
}

std::vector<std::byte> canonicalBytes(const RawFrame &raw, const PixelFormat &format)
{
    return format.bitsAllocated == 1 ? packedBits(raw.pixels) : raw.pixels;
}

} // namespace simiao::dicom
