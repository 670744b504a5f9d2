#include "integration/dicom/plane.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

namespace {

using imaging::SpacingBasis;

std::optional<imaging::PixelSpacing> spacingIn(DcmItem &item, const DcmTagKey &tag, SpacingBasis basis)
{
    const auto values = numbers(item, tag);
    if (values.size() != 2 || values[0] <= 0 || values[1] <= 0)
        return std::nullopt;
    return imaging::PixelSpacing{.rowMm = values[0], .columnMm = values[1], .basis = basis};
}

} // namespace

std::optional<imaging::ImageOrientation> planeOrientation(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_PlaneOrientationSequence);
    const auto cosines = numbers(item, DCM_ImageOrientationPatient);
    if (cosines.size() != 6)
        return std::nullopt;
    return imaging::ImageOrientation::fromCosines(std::span<const double, 6>(cosines));
}

std::optional<imaging::Vector3> planePosition(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_PlanePositionSequence);
    const auto mm = numbers(item, DCM_ImagePositionPatient);
    if (mm.size() != 3)
        return std::nullopt;
    return imaging::Vector3{mm[0], mm[1], mm[2]};
}

std::optional<double> sliceThicknessMm(DcmItem &dataset, int frameIndex)
{
    return number(functionalGroup(dataset, frameIndex, DCM_PixelMeasuresSequence), DCM_SliceThickness);
}

imaging::PixelSpacing pixelSpacing(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_PixelMeasuresSequence);
    auto spacing = spacingIn(item, DCM_PixelSpacing, SpacingBasis::PixelSpacing);
    if (!spacing)
        spacing = spacingIn(dataset, DCM_ImagerPixelSpacing, SpacingBasis::ImagerPixelSpacing);
    return spacing.value_or(imaging::PixelSpacing{});
}

imaging::EdgeLetters imageEdges(DcmItem &dataset, int frameIndex)
{
    if (const auto orientation = planeOrientation(dataset, frameIndex))
        return imaging::edgeLetters(*orientation);
    return imaging::edgeLetters(code(dataset, DCM_PatientOrientation, 0),
                                code(dataset, DCM_PatientOrientation, 1));
}

} // namespace simiao::dicom
