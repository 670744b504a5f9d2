#pragma once

#include "imaging/volume/volume.h"

#include <stop_token>

namespace simiao::imaging {

/// A flat grid of square pixels anywhere in the patient.
struct PlaneGrid
{
    Vector3 origin = {};          ///< centre of the first pixel, mm
    ImageOrientation orientation; ///< unit vectors at right angles
    double pixelMm = 1;
    int columns = 0;
    int rows = 0;

    bool operator==(const PlaneGrid &) const = default;

    /// Where a place of the grid (columns and rows from the centre of the first pixel) lies in the patient.
    Vector3 placeOf(double column, double row) const;
};

/// What becomes of the values across the thickness of a slab.
enum class SlabMode {
    Mean,    ///< average
    Maximum, ///< MIP: vessels with contrast, nodules
    Minimum, ///< MinIP: airways, emphysema
};

/// A plane with thickness, half of it on each side.
struct Slab
{
    SlabMode mode = SlabMode::Mean;
    double thicknessMm = 0; ///< 0: the plane itself

    bool operator==(const Slab &) const = default;
};

/// How many planes a slab is made of: no further apart than the finest step of the volume. At least 1.
int layersOf(const Slab &slab, const VolumeGeometry &geometry);

/// What the volume holds on the grid, between its voxels linearly along all three axes (resliceKernels says how exactly). Outside
/// of the volume, half a voxel beyond its outer voxels, and where padding prevails, the frame has its own padding. The frame says
/// where it lies in the patient; its spacing is that of the grid.
/// \param stop  looked at every few rows; then Cancelled
/// \thread any, pure
Result<std::shared_ptr<const Frame>> reformat(const Volume &volume,
                                              const PlaneGrid &grid,
                                              const Slab &slab,
                                              const std::stop_token &stop = {});

} // namespace simiao::imaging
