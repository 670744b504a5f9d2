#include "integration/dicom/objects/shutters.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/display_shutter.h"
#include "integration/dicom/overlays.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

constexpr unsigned long kMostShapes = 4;
constexpr double kWhite = 65'535;

bool hasBitmap(DcmItem &dataset)
{
    for (unsigned long i = 0; i < kMostShapes; ++i) {
        if (code(dataset, DCM_ShutterShape, i) == u"BITMAP"_s)
            return true;
    }
    return false;
}

std::optional<OverlayPlane> bitmap(DcmItem &dataset)
{
    const int group = integer(dataset, DCM_ShutterOverlayGroup).value_or(0);
    const bool isOverlay = group >= 0x6000 && group <= 0x601E && group % 2 == 0;
    return isOverlay ? readOverlay(dataset, static_cast<unsigned short>(group), 0) : std::nullopt;
}

} // namespace

PresentationShutter readShutter(DcmItem &dataset)
{
    const double grey = number(dataset, DCM_ShutterPresentationValue).value_or(0) / kWhite;
    return {.shapes = shutterShapes(dataset),
            .bitmap = hasBitmap(dataset) ? bitmap(dataset) : std::nullopt,
            .presentationValue = std::clamp(grey, 0.0, 1.0)};
}

} // namespace simiao::dicom
