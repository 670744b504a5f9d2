#include "integration/dicom/display_shutter.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

namespace {

using imaging::Shutter;

/// DICOM counts columns and rows from 1; far beyond any picture is where an edge that is no edge stands.
std::optional<int> edge(DcmItem &item, const DcmTagKey &tag)
{
    constexpr int kBeyond = 1'000'000;
    const auto value = integer(item, tag);
    return value ? std::optional(std::clamp(*value, -kBeyond, kBeyond) - 1) : std::nullopt;
}

std::optional<Shutter::Rectangle> rectangle(DcmItem &item)
{
    const auto left = edge(item, DCM_ShutterLeftVerticalEdge);
    const auto right = edge(item, DCM_ShutterRightVerticalEdge);
    const auto top = edge(item, DCM_ShutterUpperHorizontalEdge);
    const auto bottom = edge(item, DCM_ShutterLowerHorizontalEdge);
    if (!left || !right || !top || !bottom || *left > *right || *top > *bottom)
        return std::nullopt;
    return Shutter::Rectangle{*left, *top, *right, *bottom};
}

std::optional<Shutter::Circle> circle(DcmItem &item)
{
    const auto centre = numbers(item, DCM_CenterOfCircularShutter);
    const auto radius = number(item, DCM_RadiusOfCircularShutter);
    if (centre.size() != 2 || !radius || *radius <= 0)
        return std::nullopt;
    return Shutter::Circle{{centre[1] - 1, centre[0] - 1}, *radius}; // row, then column
}

std::vector<imaging::ShutterPoint> polygon(DcmItem &item)
{
    constexpr std::size_t kMostNumbers = 2 * 1024;
    const auto values = numbers(item, DCM_VerticesOfThePolygonalShutter);
    if (values.size() < 6 || values.size() % 2 != 0 || values.size() > kMostNumbers)
        return {};
    std::vector<imaging::ShutterPoint> corners;
    for (std::size_t i = 0; i < values.size(); i += 2)
        corners.push_back({values[i + 1] - 1, values[i] - 1});
    return corners;
}

} // namespace

Shutter shutterShapes(DcmItem &item)
{
    constexpr unsigned long kMostShapes = 4; // three of C.7.6.11, and the bitmap of C.7.6.15
    Shutter shutter;
    for (unsigned long i = 0; i < kMostShapes; ++i) {
        const auto shape = code(item, DCM_ShutterShape, i);
        if (shape == QLatin1String("RECTANGULAR"))
            shutter.rectangle = rectangle(item);
        else if (shape == QLatin1String("CIRCULAR"))
            shutter.circle = circle(item);
        else if (shape == QLatin1String("POLYGONAL"))
            shutter.polygon = polygon(item);
    }
    return shutter;
}

std::optional<Shutter> displayShutter(DcmItem &dataset, int frameIndex)
{
    const auto shutter = shutterShapes(functionalGroup(dataset, frameIndex, DCM_FrameDisplayShutterSequence));
    return shutter == Shutter{} ? std::nullopt : std::optional(shutter);
}

} // namespace simiao::dicom
