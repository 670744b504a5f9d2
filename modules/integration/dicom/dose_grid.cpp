#include "integration/dicom/dose_grid.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace simiao::dicom {

namespace {

/// Decimal strings are rounded, each in its own way.
constexpr double kSameMm = 0.01;
constexpr int kMostPlaces = 4096; // all are read again for each
constexpr double kAxial = 0.9999; // cosine: half a degree

bool isMonotonic(const std::vector<double> &offsets)
{
    return std::ranges::is_sorted(offsets) || std::ranges::is_sorted(offsets, std::greater());
}

} // namespace

std::optional<imaging::Vector3> doseFramePosition(DcmItem &dataset,
                                                  int frameIndex,
                                                  const imaging::SlicePlane &first)
{
    const auto frames = integer(dataset, DCM_NumberOfFrames).value_or(1);
    if (frameIndex >= frames || frames > kMostPlaces)
        return std::nullopt;
    const auto offsets = numbers(dataset, DCM_GridFrameOffsetVector, static_cast<std::size_t>(frames) + 1);
    if (offsets.size() != static_cast<std::size_t>(frames) || !isMonotonic(offsets))
        return std::nullopt;
    const double offset = offsets[static_cast<std::size_t>(frameIndex)];
    const auto normal = first.normal();
    auto position = first.position;
    if (offsets.front() == 0) {
        for (std::size_t axis = 0; axis < position.size(); ++axis)
            position[axis] += offset * normal[axis];
        return position;
    }
    if (std::abs(normal[2]) < kAxial || std::abs(offsets.front() - position[2]) > kSameMm)
        return std::nullopt;
    position[2] += offset - offsets.front();
    return position;
}

} // namespace simiao::dicom
