#include "imaging/volume/volume_geometry.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

Vector3 VolumeGeometry::placeOf(const Vector3 &voxel) const
{
    return origin + columnStep * voxel[0] + rowStep * voxel[1] + sliceStep * voxel[2];
}

Vector3 VolumeGeometry::voxelAt(const Vector3 &place) const
{
    return voxelsAlong(place - origin);
}

/// Cramer's rule: the rows of the inverse are cross products of the columns.
Vector3 VolumeGeometry::voxelsAlong(const Vector3 &way) const
{
    const double volume = dot(columnStep, cross(rowStep, sliceStep));
    return {dot(way, cross(rowStep, sliceStep)) / volume, dot(way, cross(sliceStep, columnStep)) / volume,
            dot(way, cross(columnStep, rowStep)) / volume};
}

Vector3 VolumeGeometry::centre() const
{
    return placeOf({(columns - 1) / 2.0, (rows - 1) / 2.0, (slices - 1) / 2.0});
}

double VolumeGeometry::finestStepMm() const
{
    return std::min({length(columnStep), length(rowStep), length(sliceStep)});
}

Vector3 operator+(const Vector3 &a, const Vector3 &b)
{
    return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}

Vector3 operator-(const Vector3 &a, const Vector3 &b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

Vector3 operator*(const Vector3 &a, double factor)
{
    return {a[0] * factor, a[1] * factor, a[2] * factor};
}

double length(const Vector3 &a)
{
    return std::sqrt(dot(a, a));
}

} // namespace simiao::imaging
