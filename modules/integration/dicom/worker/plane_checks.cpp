#include "integration/dicom/worker/plane_checks.h"

#include "imaging/frame_geometry.h"

namespace simiao::dicom {

bool isPlane(const imaging::OverlayPlane &plane)
{
    using imaging::FrameGeometry;
    constexpr int kFirstGroup = 0x6000;
    constexpr int kLastGroup = 0x601E;
    return plane.rows > 0 && plane.columns > 0 && plane.rows <= FrameGeometry::kMaxEdge
        && plane.columns <= FrameGeometry::kMaxEdge
        && std::size_t(plane.rows) * std::size_t(plane.columns) == plane.isOn.size()
        && plane.group >= kFirstGroup && plane.group <= kLastGroup && plane.group % 2 == 0;
}

bool isShutter(const imaging::Shutter &shutter)
{
    return (shutter.polygon.empty() || shutter.polygon.size() >= 3)
        && (!shutter.circle || shutter.circle->radius >= 0);
}

} // namespace simiao::dicom
