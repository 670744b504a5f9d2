#include "imaging/models/volume_planes.h"

#include <cmath>

namespace simiao::viewer {

using namespace imaging;

namespace {

constexpr std::array<ImageOrientation, 3> kStandard{{
    {{1, 0, 0}, {0, 1, 0}},
    {{1, 0, 0}, {0, 0, -1}},
    {{0, 1, 0}, {0, 0, -1}},
}};

Vector3 unit(const Vector3 &way)
{
    return way * (1 / length(way));
}

std::size_t at(PlaneKind plane)
{
    return static_cast<std::size_t>(plane);
}

} // namespace

Vector3 turned(const Vector3 &way, const Vector3 &axis, double radians)
{
    const double c = std::cos(radians);
    const double s = std::sin(radians);
    return way * c + cross(axis, way) * s + axis * (dot(axis, way) * (1 - c));
}

VolumePlanes::VolumePlanes(const Vector3 &centre)
    : m_centre(centre)
    , m_orientations(kStandard)
{
}

const ImageOrientation &VolumePlanes::orientation(PlaneKind plane) const
{
    return m_orientations[at(plane)];
}

Vector3 VolumePlanes::cut(PlaneKind plane, PlaneKind other) const
{
    return unit(cross(normal(plane), normal(other)));
}

bool VolumePlanes::isOblique(PlaneKind plane) const
{
    constexpr double kSame = 0.99996; // half a degree
    return std::abs(dot(normal(plane), kStandard[at(plane)].normal())) < kSame;
}

void VolumePlanes::push(PlaneKind plane, double mm)
{
    m_centre = m_centre + normal(plane) * mm;
}

void VolumePlanes::turn(PlaneKind plane, double radians)
{
    const auto axis = unit(normal(plane)); // into the picture: right-handed about it is clockwise
    for (const auto other : kPlanes) {
        if (other == plane)
            continue;
        // Made square each time, or the errors of many small turns would grow.
        auto &orientation = m_orientations[at(other)];
        const auto row = unit(turned(orientation.alongRow, axis, radians));
        const auto column = turned(orientation.alongColumn, axis, radians);
        orientation = {row, unit(column - row * dot(row, column))};
    }
}

} // namespace simiao::viewer
