#include "imaging/presentation/plane_display.h"

namespace simiao::imaging {

namespace {

bool isSameScale(const ModalityTransform &a, const ModalityTransform &b)
{
    return a.table == b.table && (a.table || (a.slope == b.slope && a.intercept == b.intercept));
}

/// Voxels that are measured already are perhaps of slices with scales of their own.
bool isMeasuredAlready(const FrameFacts &plane)
{
    return plane.geometry.sampleType() == SampleType::F32;
}

} // namespace

std::optional<GreyDisplay> displayOnPlane(GreyDisplay display,
                                          const FrameFacts &slice,
                                          const FrameFacts &plane)
{
    if (!display.presented)
        return display;
    auto &presented = display.presented->modality;
    const auto &own = slice.modality;
    if (isSameScale(presented, own)) {
        presented = plane.modality;
        return display;
    }
    if (presented.table || own.table || own.slope == 0 || isMeasuredAlready(plane))
        return std::nullopt;
    // From what the slice measures to what the state calls measured.
    const double factor = presented.slope / own.slope;
    const double offset = presented.intercept - factor * own.intercept;
    presented.slope = factor * plane.modality.slope;
    presented.intercept = factor * plane.modality.intercept + offset;
    return display;
}

} // namespace simiao::imaging
