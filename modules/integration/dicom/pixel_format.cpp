#include "integration/dicom/pixel_format.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/element_walker.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <optional>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::SampleType;

namespace {

std::optional<SampleType> integerType(int bitsAllocated, bool isSigned)
{
    switch (bitsAllocated) {
    case 1: return SampleType::U8;
    case 8: return isSigned ? SampleType::I8 : SampleType::U8;
    case 16: return isSigned ? SampleType::I16 : SampleType::U16;
    case 24:
    case 32: return isSigned ? SampleType::I32 : SampleType::U32;
    case 40:
    case 48:
    case 56:
    case 64: return SampleType::F64;
    default: return std::nullopt;
    }
}

bool isWidth(int bitsAllocated)
{
    return bitsAllocated == 1 || bitsAllocated == 8 || bitsAllocated == 16 || bitsAllocated == 32;
}

/// The element that holds the pixels says what they are (PS3.3 C.7.6.24, C.7.6.25).
std::optional<SampleType> sampleType(const PixelPlace &place, int bitsAllocated, bool isSigned)
{
    switch (place.element) {
    case 0x0008: return bitsAllocated == 32 ? std::optional(SampleType::F32) : std::nullopt;
    case 0x0009: return bitsAllocated == 64 ? std::optional(SampleType::F64) : std::nullopt;
    default: return integerType(bitsAllocated, isSigned);
    }
}

/// Some writers say 4:2:2 of whole pixels: there are three bytes of each, for as many frames as are stated.
QString photometricOf(DcmItem &dataset, const PixelPlace &place, const imaging::FrameGeometry &geometry)
{
    auto stated = code(dataset, DCM_PhotometricInterpretation);
    const auto frames = std::max(1, integer(dataset, DCM_NumberOfFrames).value_or(1));
    const bool isWhole = !place.isEncapsulated && place.length / frames >= geometry.byteSize();
    if (isWhole && stated.endsWith(u"_422"))
        stated.chop(4);
    return stated;
}

} // namespace

std::int64_t PixelFormat::nativeBytes() const
{
    if (bitsAllocated == 1)
        return (geometry.sampleCount() + 7) / 8;
    return isSubsampled() ? geometry.pixelCount() * 2 : geometry.sampleCount() * (bitsAllocated / 8);
}

Result<PixelFormat> readPixelFormat(DcmItem &dataset, const PixelPlace &place)
{
    const auto stated = integer(dataset, DCM_BitsAllocated);
    const int allocated = stated.value_or(0);
    const bool isSigned = integer(dataset, DCM_PixelRepresentation).value_or(0) == 1;
    const auto type = sampleType(place, allocated, isSigned);
    constexpr quint16 kWholeNumbers = 0x0010;
    const bool isWidened = place.element == kWholeNumbers && !isWidth(allocated);
    if (!type || (isWidened && place.isEncapsulated))
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.bits-unsupported"_s,
                     .detail = stated ? u"bits allocated %1"_s.arg(allocated)
                                      : u"bits allocated (0028,0100) is absent"_s};

    const int samples = integer(dataset, DCM_SamplesPerPixel).value_or(1);
    TRY(const auto geometry,
        imaging::FrameGeometry::create(integer(dataset, DCM_Columns).value_or(0),
                                       integer(dataset, DCM_Rows).value_or(0), samples, *type));

    const int stored = std::clamp(integer(dataset, DCM_BitsStored).value_or(allocated), 1, allocated);
    const int highBit =
        std::clamp(integer(dataset, DCM_HighBit).value_or(stored - 1), stored - 1, allocated - 1);
    return PixelFormat{.geometry = geometry,
                       .bitsAllocated = allocated,
                       .bitsStored = stored,
                       .highBit = highBit,
                       .isSigned = isSigned,
                       .isPlanar = samples > 1 && integer(dataset, DCM_PlanarConfiguration).value_or(0) == 1,
                       .isWidened = isWidened,
                       .photometric = photometricOf(dataset, place, geometry)};
}

} // namespace simiao::dicom
