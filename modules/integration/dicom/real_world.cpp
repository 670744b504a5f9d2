#include "integration/dicom/real_world.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/real_world_table.h"
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

RealWorld unused(const ModalityTransform &modality, const QString &reason)
{
    return {.transform = modality, .defect = imaging::Defect{u"imaging.mapping-unused"_s, reason}};
}

/// Both grow: what is bright stays brighter.
RealWorld ifLike(const ModalityTransform &modality, ModalityTransform real)
{
    const double growth = real.slope / modality.slope;
    if (modality.table || !std::isnormal(growth))
        return {modality};
    return growth > 0 ? RealWorld{std::move(real)} : unused(modality, u"(0040,9225) is negative"_s);
}

RealWorld tableWorld(DcmItem &dataset, DcmItem &mapping, const ModalityTransform &modality)
{
    if (modality.table || !(modality.slope > 0))
        return {modality};
    auto described = realWorldTable(mapping, integer(dataset, DCM_PixelRepresentation).value_or(0) == 1);
    if (!described.table)
        return unused(modality, described.reason);
    return {{.unit = unitOf(dataset, mapping), .table = std::move(described.table)}};
}

RealWorld mappedWorld(DcmItem &dataset, int frameIndex, const ModalityTransform &modality)
{
    auto &mapping = functionalGroup(dataset, frameIndex, DCM_RealWorldValueMappingSequence);
    const auto slope = number(mapping, DCM_RealWorldValueSlope);
    const auto intercept = number(mapping, DCM_RealWorldValueIntercept);
    if (slope && intercept && *slope != 0)
        return ifLike(modality, {.slope = *slope, .intercept = *intercept, .unit = unitOf(dataset, mapping)});
    return mapping.tagExists(DCM_RealWorldValueLUTData) ? tableWorld(dataset, mapping, modality)
                                                        : RealWorld{modality};
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

RealWorld realWorld(DcmItem &dataset, int frameIndex, const ModalityTransform &modality)
{
    if (auto dose = doseTransform(dataset))
        return ifLike(modality, *std::move(dose));
    if (code(dataset, DCM_SOPClassUID) == QLatin1StringView(UID_ParametricMapStorage))
        return mappedWorld(dataset, frameIndex, modality);
    return {modality};
}

std::vector<VoiWindow> windowsIn(std::vector<VoiWindow> windows,
                                 const ModalityTransform &from,
                                 const ModalityTransform &to)
{
    if (from.table) // nothing took its place
        return windows;
    const double factor = (to.table ? 1 : to.slope) / from.slope;
    const double intercept = to.table ? 0 : to.intercept;
    if (!to.table && factor == 1 && intercept == from.intercept)
        return windows;
    std::vector<VoiWindow> moved;
    for (auto &window : windows) {
        if (!window.isUsable()) {
            moved.push_back(std::move(window));
            continue;
        }
        window = exact(std::move(window));
        window.center = (window.center - from.intercept) * factor + intercept;
        window.width *= factor;
        auto seen = to.table ? windowThrough(*to.table, std::move(window)) : std::optional(std::move(window));
        if (seen)
            moved.push_back(*std::move(seen));
    }
    return moved;
}

} // namespace simiao::dicom
