#include "integration/dicom/pixel_format.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <optional>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::SampleType;

namespace {

std::optional<SampleType> sampleType(int bitsAllocated, bool isSigned)
{
    switch (bitsAllocated) {
    case 8: return isSigned ? SampleType::I8 : SampleType::U8;
    case 16: return isSigned ? SampleType::I16 : SampleType::U16;
    case 32: return isSigned ? SampleType::I32 : SampleType::U32;
    default: return std::nullopt;
    }
}

} // namespace

Result<PixelFormat> readPixelFormat(DcmItem &dataset)
{
    const int allocated = integer(dataset, DCM_BitsAllocated).value_or(0);
    const bool isSigned = integer(dataset, DCM_PixelRepresentation).value_or(0) == 1;
    const auto type = sampleType(allocated, isSigned);
    if (!type)
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.bits-unsupported"_s,
                     .detail = u"bits allocated %1"_s.arg(allocated)};

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
                       .photometric = code(dataset, DCM_PhotometricInterpretation)};
}

} // namespace simiao::dicom
