#include "integration/dicom/modality_lut.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <span>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFullTable = 65'536;

std::span<const Uint16> lutData(DcmItem &item)
{
    const Uint16 *data = nullptr;
    unsigned long count = 0;
    if (item.findAndGetUint16Array(DCM_LUTData, data, &count).bad() || data == nullptr)
        return {};
    return {data, count};
}

std::optional<imaging::LookupTable> modalityTable(DcmItem &dataset)
{
    auto *item = sequenceItem(dataset, DCM_ModalityLUTSequence);
    const auto descriptor = item ? numbers(*item, DCM_LUTDescriptor) : std::vector<double>{};
    if (descriptor.size() != 3)
        return std::nullopt;

    const auto data = lutData(*item);
    const auto count = static_cast<std::size_t>(descriptor[0] == 0 ? kFullTable : descriptor[0]);
    if (data.empty() || data.size() < count)
        return std::nullopt;
    return imaging::LookupTable{.firstMapped = static_cast<int>(descriptor[1]),
                                .entries = {data.begin(), data.begin() + static_cast<std::ptrdiff_t>(count)}};
}

/// CT values are Hounsfield units even where the optional Rescale Type is missing (PS3.3 C.8.2.1.1.2).
QString unitOf(DcmItem &dataset, DcmItem &rescale)
{
    const QString type = code(rescale, DCM_RescaleType);
    if (!type.isEmpty())
        return type == u"US"_s ? QString() : type;
    return code(dataset, DCM_Modality) == u"CT"_s ? u"HU"_s : QString();
}

} // namespace

imaging::ModalityTransform modalityTransform(DcmItem &dataset, int frameIndex)
{
    auto &rescale = functionalGroup(dataset, frameIndex, DCM_PixelValueTransformationSequence);
    const double slope = number(rescale, DCM_RescaleSlope).value_or(1);
    return {.slope = slope == 0 ? 1 : slope,
            .intercept = number(rescale, DCM_RescaleIntercept).value_or(0),
            .unit = unitOf(dataset, rescale),
            .table = modalityTable(dataset)};
}

} // namespace simiao::dicom
