#include "integration/dicom/dose_grid.h"

#include "integration/dicom/attributes.h"

#include <QByteArray>
#include <QByteArrayList>

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
constexpr double kAxial = 0.9999; // cosine: half a degree

/// All of them, or none. Split here: the toolkit looks for each value from the first one on.
std::vector<double> offsetsOf(DcmItem &dataset)
{
    OFString text;
    if (dataset.findAndGetOFStringArray(DCM_GridFrameOffsetVector, text).bad())
        return {};
    std::vector<double> offsets;
    const auto parts = QByteArray::fromRawData(text.data(), qsizetype(text.size())).split('\\');
    for (const auto &part : parts) {
        bool isNumber = false;
        offsets.push_back(part.trimmed().toDouble(&isNumber));
        if (!isNumber || !std::isfinite(offsets.back()))
            return {};
    }
    return offsets;
}

bool isMonotonic(const std::vector<double> &offsets)
{
    return std::ranges::is_sorted(offsets) || std::ranges::is_sorted(offsets, std::greater());
}

} // namespace

std::optional<imaging::Vector3> doseFramePosition(DcmItem &dataset,
                                                  int frameIndex,
                                                  const imaging::SlicePlane &first)
{
    const auto offsets = offsetsOf(dataset);
    const auto frames = integer(dataset, DCM_NumberOfFrames).value_or(1);
    if (offsets.size() != static_cast<std::size_t>(frames) || frameIndex >= frames || !isMonotonic(offsets))
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
