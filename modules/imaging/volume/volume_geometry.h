#pragma once

#include "imaging/orientation.h"

#include <cstdint>

namespace simiao::imaging {

/// Where the voxels of a volume lie in the patient: an affine map of (column, row, slice), counted from the centre of the
/// first voxel. The step between slices need not be at right angles to them: that is how a tilted gantry is exact.
struct VolumeGeometry
{
    int columns = 0;
    int rows = 0;
    int slices = 0;
    Vector3 origin = {};     ///< centre of the first voxel, mm, LPS
    Vector3 columnStep = {}; ///< to the next column, mm
    Vector3 rowStep = {};    ///< to the next row, mm
    Vector3 sliceStep = {};  ///< to the next slice, mm

    bool operator==(const VolumeGeometry &) const = default;

    std::int64_t voxelCount() const { return std::int64_t{columns} * rows * slices; }
    /// Place in the patient of a place in voxels.
    Vector3 placeOf(const Vector3 &voxel) const;
    /// The inverse of placeOf(). The three steps span a space.
    Vector3 voxelAt(const Vector3 &place) const;
    /// What a way in the patient (mm) is in voxels.
    Vector3 voxelsAlong(const Vector3 &way) const;
    /// The middle of the volume, mm.
    Vector3 centre() const;
    /// The shortest of the three steps, mm.
    double finestStepMm() const;
};

Vector3 operator+(const Vector3 &a, const Vector3 &b);
Vector3 operator-(const Vector3 &a, const Vector3 &b);
Vector3 operator*(const Vector3 &a, double factor);
double length(const Vector3 &a);

} // namespace simiao::imaging
