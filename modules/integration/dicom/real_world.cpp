#include "integration/dicom/real_world.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::ModalityTransform;
using imaging::VoiFunction;
using imaging::VoiWindow;

namespace {

std::optional<ModalityTransform> doseTransform(DcmItem &dataset)
{
    const auto scaling = number(dataset, DCM_DoseGridScaling);
    if (code(dataset, DCM_Modality) != u"RTDOSE"_s || !scaling || !(*scaling > 0))
        return std::nullopt;
    const auto units = code(dataset, DCM_DoseUnits);
    return ModalityTransform{.slope = *scaling, .unit = units == u"GY"_s ? u"Gy"_s : units.toLower()};
}

/// UCUM for the eye: no unit is none, and what has only an annotation for a code is called by its meaning.
QString unitOf(DcmItem &dataset, DcmItem &mapping)
{
    auto *unit = sequenceItem(mapping, DCM_MeasurementUnitsCodeSequence);
    if (unit == nullptr)
        return {};
    const auto value = code(*unit, DCM_CodeValue);
    if (value == u"1"_s)
        return {};
    return value.isEmpty() || value.startsWith(u'{') ? DatasetText(dataset).of(*unit, DCM_CodeMeaning)
                                                     : value;
}

std::optional<ModalityTransform> mappedTransform(DcmItem &dataset, int frameIndex)
{
    const auto sopClass = code(dataset, DCM_SOPClassUID);
    if (sopClass != QLatin1StringView(UID_ParametricMapStorage))
        return std::nullopt;
    auto &mapping = functionalGroup(dataset, frameIndex, DCM_RealWorldValueMappingSequence);
    const auto slope = number(mapping, DCM_RealWorldValueSlope);
    const auto intercept = number(mapping, DCM_RealWorldValueIntercept);
    if (!slope || !intercept || *slope == 0)
        return std::nullopt;
    return ModalityTransform{.slope = *slope, .intercept = *intercept, .unit = unitOf(dataset, mapping)};
}

/// The exact form says the same of numbers that are not whole (PS3.3 C.11.2.1.3.2).
VoiWindow exact(VoiWindow window)
{
    if (window.function != VoiFunction::Linear)
        return window;
    constexpr double kThreshold = 1e-6; // a width of 1 is a step
    window.center -= 0.5;
    window.width = std::max(window.width - 1, kThreshold);
    window.function = VoiFunction::LinearExact;
    return window;
}

} // namespace

ModalityTransform realWorldTransform(DcmItem &dataset, int frameIndex, const ModalityTransform &modality)
{
    auto real = doseTransform(dataset);
    if (!real)
        real = mappedTransform(dataset, frameIndex);
    const bool isLike = real && !modality.table && std::isnormal(real->slope / modality.slope)
        && real->slope / modality.slope > 0;
    return isLike ? *std::move(real) : modality;
}

std::vector<VoiWindow> windowsIn(std::vector<VoiWindow> windows,
                                 const ModalityTransform &from,
                                 const ModalityTransform &to)
{
    const double factor = to.slope / from.slope;
    if (factor == 1 && to.intercept == from.intercept)
        return windows;
    for (auto &window : windows) {
        if (!window.isUsable())
            continue;
        window = exact(std::move(window));
        window.center = (window.center - from.intercept) * factor + to.intercept;
        window.width *= factor;
    }
    return windows;
}

} // namespace simiao::dicom
