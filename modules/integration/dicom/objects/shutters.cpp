#include "integration/dicom/objects/shutters.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/overlays.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

constexpr unsigned long kMostShapes = 4;
constexpr std::size_t kMostVertices = 4096;
constexpr unsigned long kLongestVertices = 64 * 1024;
constexpr double kWhite = 65'535;

bool hasShape(DcmItem &dataset, const QString &shape)
{
    for (unsigned long i = 0; i < kMostShapes; ++i) {
        if (code(dataset, DCM_ShutterShape, i) == shape)
            return true;
    }
    return false;
}

std::optional<RectangularShutter> rectangular(DcmItem &dataset)
{
    const auto left = integer(dataset, DCM_ShutterLeftVerticalEdge);
    const auto right = integer(dataset, DCM_ShutterRightVerticalEdge);
    const auto upper = integer(dataset, DCM_ShutterUpperHorizontalEdge);
    const auto lower = integer(dataset, DCM_ShutterLowerHorizontalEdge);
    if (!left || !right || !upper || !lower)
        return std::nullopt;
    return RectangularShutter{
        .left = *left - 1, .right = *right - 1, .upper = *upper - 1, .lower = *lower - 1};
}

std::optional<CircularShutter> circular(DcmItem &dataset)
{
    const auto centre = numbers(dataset, DCM_CenterOfCircularShutter); // row, column
    const auto radius = number(dataset, DCM_RadiusOfCircularShutter);
    if (centre.size() != 2 || !radius)
        return std::nullopt;
    return CircularShutter{.centre = {centre[1] - 1, centre[0] - 1}, .radius = *radius};
}

std::vector<ImagePoint> polygonal(DcmItem &dataset)
{
    DcmElement *element = nullptr;
    if (dataset.findAndGetElement(DCM_VerticesOfThePolygonalShutter, element).bad()
        || element->getLength() > kLongestVertices)
        return {};
    const auto values = numbers(dataset, DCM_VerticesOfThePolygonalShutter); // row, column …
    std::vector<ImagePoint> vertices;
    for (std::size_t i = 0; i + 1 < values.size() && vertices.size() < kMostVertices; i += 2)
        vertices.push_back({values[i + 1] - 1, values[i] - 1});
    return vertices.size() >= 3 ? vertices : std::vector<ImagePoint>();
}

std::optional<OverlayPlane> bitmap(DcmItem &dataset)
{
    const int group = integer(dataset, DCM_ShutterOverlayGroup).value_or(0);
    const bool isOverlay = group >= 0x6000 && group <= 0x601E && group % 2 == 0;
    return isOverlay ? readOverlay(dataset, static_cast<unsigned short>(group), 0) : std::nullopt;
}

} // namespace

Shutters readShutters(DcmItem &dataset)
{
    Shutters shutters;
    if (hasShape(dataset, u"RECTANGULAR"_s))
        shutters.rectangular = rectangular(dataset);
    if (hasShape(dataset, u"CIRCULAR"_s))
        shutters.circular = circular(dataset);
    if (hasShape(dataset, u"POLYGONAL"_s))
        shutters.polygonal = polygonal(dataset);
    if (hasShape(dataset, u"BITMAP"_s))
        shutters.bitmap = bitmap(dataset);
    shutters.presentationValue =
        std::clamp(number(dataset, DCM_ShutterPresentationValue).value_or(0) / kWhite, 0.0, 1.0);
    return shutters;
}

} // namespace simiao::dicom
