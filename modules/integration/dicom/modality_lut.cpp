#include "integration/dicom/modality_lut.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/lut_items.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

std::optional<imaging::LookupTable> modalityTable(DcmItem &dataset)
{
    auto *item = sequenceItem(dataset, DCM_ModalityLUTSequence);
    if (item == nullptr)
        return std::nullopt;
    const bool isSigned = integer(dataset, DCM_PixelRepresentation).value_or(0) == 1;
    auto described = describedTable(*item, DCM_LUTDescriptor, DCM_LUTData, isSigned);
    return described ? std::optional(std::move(described->table)) : std::nullopt;
}

/// Units (0054,1001) in words (PS3.3 C.8.9.1.1.3); those that are no concentration stay without.
QString petUnit(const QString &units)
{
    if (units == u"BQML"_s)
        return u"Bq/ml"_s;
    return units == u"GML"_s ? u"g/ml"_s : QString();
}

/// CT values are Hounsfield units even where the optional Rescale Type is missing (PS3.3 C.8.2.1.1.2).
QString unitOf(DcmItem &dataset, DcmItem &rescale)
{
    const QString type = code(rescale, DCM_RescaleType);
    if (!type.isEmpty())
        return type == u"US"_s ? QString() : type;
    if (code(dataset, DCM_Modality) == u"PT"_s)
        return petUnit(code(dataset, DCM_Units));
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

std::vector<imaging::Defect> modalityDefects(DcmItem &dataset, int frameIndex)
{
    std::vector<imaging::Defect> defects;
    const auto unused = [&](const QString &reason) {
        defects.push_back({u"imaging.mapping-unused"_s, reason});
    };
    auto *item = sequenceItem(dataset, DCM_ModalityLUTSequence);
    auto ofTable = item ? tableDefect(*item, u"(0028,3000)"_s) : std::nullopt;
    if (ofTable && !modalityTable(dataset))
        unused(ofTable->detail);
    else if (ofTable)
        defects.push_back(*std::move(ofTable));
    auto &rescale = functionalGroup(dataset, frameIndex, DCM_PixelValueTransformationSequence);
    if (number(rescale, DCM_RescaleSlope) == 0)
        unused(u"(0028,1053) is 0"_s);
    return defects;
}

} // namespace simiao::dicom
