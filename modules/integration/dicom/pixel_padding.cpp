#include "integration/dicom/pixel_padding.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>

namespace simiao::dicom {

using imaging::SampleType;

namespace {

/// As stored: text of it need not give the same number again.
std::optional<double> floatBound(DcmItem &dataset, const DcmTagKey &tag)
{
    Float32 value = 0;
    return dataset.findAndGetFloat32(tag, value).good() && std::isfinite(value) ? std::optional<double>(value)
                                                                                : std::nullopt;
}

std::optional<double> doubleBound(DcmItem &dataset, const DcmTagKey &tag)
{
    Float64 value = 0;
    return dataset.findAndGetFloat64(tag, value).good() && std::isfinite(value) ? std::optional(value)
                                                                                : std::nullopt;
}

std::optional<double> wholeBound(DcmItem &dataset, const DcmTagKey &tag, const PixelFormat &format)
{
    const auto value = number(dataset, tag);
    if (!value)
        return std::nullopt;
    const double span = std::exp2(std::max(format.bitsAllocated, 8));
    if (format.isSigned && *value >= span / 2)
        return *value - span;
    if (!format.isSigned && *value < 0)
        return *value + span;
    return value;
}

struct Bounds
{
    std::optional<double> value;
    std::optional<double> limit;
};

Bounds boundsIn(DcmItem &dataset, const PixelFormat &format)
{
    switch (format.geometry.sampleType()) {
    case SampleType::F32:
        return {.value = floatBound(dataset, DCM_FloatPixelPaddingValue),
                .limit = floatBound(dataset, DCM_FloatPixelPaddingRangeLimit)};
    case SampleType::F64:
        return {.value = doubleBound(dataset, DCM_DoubleFloatPixelPaddingValue),
                .limit = doubleBound(dataset, DCM_DoubleFloatPixelPaddingRangeLimit)};
    case SampleType::U8:
    case SampleType::I8:
    case SampleType::U16:
    case SampleType::I16:
    case SampleType::U32:
    case SampleType::I32: break;
    }
    return {.value = wholeBound(dataset, DCM_PixelPaddingValue, format),
            .limit = wholeBound(dataset, DCM_PixelPaddingRangeLimit, format)};
}

} // namespace

std::optional<imaging::ValueRange> pixelPadding(DcmItem &dataset, const PixelFormat &format)
{
    const auto bounds = boundsIn(dataset, format);
    if (!bounds.value)
        return std::nullopt;
    const auto [lowest, highest] = std::minmax({*bounds.value, bounds.limit.value_or(*bounds.value)});
    return imaging::ValueRange{.lowest = lowest, .highest = highest};
}

} // namespace simiao::dicom
