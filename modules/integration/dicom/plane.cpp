#include "integration/dicom/plane.h"

#include "imaging/spacing_ground.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dose_grid.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/image_role.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>

namespace simiao::dicom {

namespace {

using namespace Qt::StringLiterals;
using imaging::SpacingBasis;

std::optional<imaging::PixelSpacing> spacingIn(DcmItem &item, const DcmTagKey &tag, SpacingBasis basis)
{
    const auto values = numbers(item, tag, 3);
    if (values.size() != 2 || values[0] <= 0 || values[1] <= 0)
        return std::nullopt;
    return imaging::PixelSpacing{.rowMm = values[0], .columnMm = values[1], .basis = basis};
}

bool isSameLength(const imaging::PixelSpacing &a, const imaging::PixelSpacing &b)
{
    return a.rowMm == b.rowMm && a.columnMm == b.columnMm;
}

imaging::PixelSpacing calibrated(imaging::PixelSpacing spacing, const QString &calibration)
{
    spacing.basis = SpacingBasis::Calibrated;
    if (calibration == imaging::kByGeometry || calibration == imaging::kByFiducial)
        spacing.calibration = calibration;
    return spacing;
}

/// The scout of a CT says where it lies, and is a shadow nevertheless.
bool isScout(DcmItem &dataset)
{
    return code(dataset, DCM_Modality) == u"CT"_s
        && imageRole(code(dataset, DCM_ImageType, 1), code(dataset, DCM_ImageType, 2))
        == workflow::ImageRole::Localizer;
}

/// A shadow on a detector, by Modality (0008,0060): no slice, which has a place in the patient (tomosynthesis, rotational XA).
bool isProjection(DcmItem &dataset, int frameIndex)
{
    if (isScout(dataset))
        return true;
    static constexpr std::array kModalities{"BMD"_L1, "CF"_L1, "CR"_L1, "DF"_L1, "DS"_L1, "DX"_L1, "IO"_L1,
                                            "MG"_L1,  "PX"_L1, "RF"_L1, "RG"_L1, "VF"_L1, "XA"_L1};
    const bool isAmong = std::ranges::find(kModalities, code(dataset, DCM_Modality)) != kModalities.end();
    return isAmong && !planeOrientation(dataset, frameIndex);
}

imaging::PixelSpacing alone(imaging::PixelSpacing spacing, bool isProjection)
{
    if (isProjection)
        spacing.basis = SpacingBasis::PlaneUnknown;
    return spacing;
}

/// How much larger the shadow on the detector is: Estimated Radiographic Magnification Factor, else the distances of
/// detector and patient from the source.
std::optional<double> magnification(DcmItem &dataset)
{
    const auto factor = number(dataset, DCM_EstimatedRadiographicMagnificationFactor);
    if (factor && *factor >= 1)
        return factor;
    const double detector = number(dataset, DCM_DistanceSourceToDetector).value_or(0);
    const double patient = number(dataset, DCM_DistanceSourceToPatient).value_or(0);
    return patient > 0 && detector >= patient ? std::optional(detector / patient) : std::nullopt;
}

imaging::PixelSpacing atPatient(imaging::PixelSpacing detector, std::optional<double> magnification)
{
    if (!magnification)
        return detector;
    detector.rowMm /= *magnification;
    detector.columnMm /= *magnification;
    detector.basis = SpacingBasis::Estimated;
    return detector;
}

} // namespace

std::optional<imaging::ImageOrientation> planeOrientation(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_PlaneOrientationSequence);
    const auto cosines = numbers(item, DCM_ImageOrientationPatient, 7);
    if (cosines.size() != 6)
        return std::nullopt;
    return imaging::ImageOrientation::fromCosines(std::span<const double, 6>(cosines));
}

std::optional<imaging::Vector3> planePosition(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_PlanePositionSequence);
    const auto mm = numbers(item, DCM_ImagePositionPatient, 4);
    if (mm.size() != 3)
        return std::nullopt;
    const imaging::Vector3 stated{mm[0], mm[1], mm[2]};
    if (&item != &dataset || frameIndex == 0)
        return stated;
    // One place for several frames is that of the first.
    const auto orientation = planeOrientation(dataset, frameIndex);
    return orientation ? doseFramePosition(dataset, frameIndex, {*orientation, stated}) : std::nullopt;
}

std::optional<imaging::SlicePlane> slicePlane(const std::optional<imaging::ImageOrientation> &orientation,
                                              const std::optional<imaging::Vector3> &position)
{
    if (!orientation || !position)
        return std::nullopt;
    return imaging::SlicePlane{*orientation, *position};
}

std::optional<double> sliceThicknessMm(DcmItem &dataset, int frameIndex)
{
    return number(functionalGroup(dataset, frameIndex, DCM_PixelMeasuresSequence), DCM_SliceThickness);
}

std::optional<double> sliceLocationMm(DcmItem &dataset, int frameIndex)
{
    const bool isOfFrame = &functionalGroup(dataset, frameIndex, DCM_PlanePositionSequence) != &dataset;
    const bool isOnly = integer(dataset, DCM_NumberOfFrames).value_or(1) <= 1;
    if (const auto stated = number(dataset, DCM_SliceLocation); stated && !isOfFrame && isOnly)
        return stated;
    const auto plane = slicePlane(planeOrientation(dataset, frameIndex), planePosition(dataset, frameIndex));
    return plane ? std::optional(plane->depth()) : std::nullopt;
}

imaging::PixelSpacing pixelSpacing(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_PixelMeasuresSequence);
    const auto patient = spacingIn(item, DCM_PixelSpacing, SpacingBasis::PixelSpacing);
    // Enhanced XA and XRF have it for each frame (PS3.3 C.8.19.6.4).
    auto &pixels = functionalGroup(dataset, frameIndex, DCM_FramePixelDataPropertiesSequence);
    const auto detector = spacingIn(pixels, DCM_ImagerPixelSpacing, SpacingBasis::ImagerPixelSpacing);
    const QString calibration = code(dataset, DCM_PixelSpacingCalibrationType);
    if (patient && (!calibration.isEmpty() || (detector && !isSameLength(*patient, *detector))))
        return calibrated(*patient, calibration);
    // The device's own reckoning for the object in the centre of the beam (PS3.3 C.8.19.6.9).
    auto &inBeam = functionalGroup(dataset, frameIndex, DCM_ProjectionPixelCalibrationSequence);
    if (const auto object = spacingIn(inBeam, DCM_ObjectPixelSpacingInCenterOfBeam, SpacingBasis::Estimated))
        return *object;
    if (detector)
        return atPatient(*detector, magnification(dataset));
    if (patient)
        return alone(*patient, isProjection(dataset, frameIndex));
    return spacingIn(dataset, DCM_NominalScannedPixelSpacing, SpacingBasis::Film)
        .value_or(imaging::PixelSpacing{});
}

imaging::EdgeLetters imageEdges(DcmItem &dataset, int frameIndex)
{
    if (const auto orientation = planeOrientation(dataset, frameIndex))
        return imaging::edgeLetters(*orientation);
    return imaging::edgeLetters(code(dataset, DCM_PatientOrientation, 0),
                                code(dataset, DCM_PatientOrientation, 1));
}

} // namespace simiao::dicom
