#pragma once

#include "core/result.h"
#include "imaging/defect.h"
#include "imaging/spacing.h"
#include "imaging/volume/volume_geometry.h"

#include <optional>
#include <vector>

namespace simiao::imaging {

struct FrameFacts;

/// What decides whether slices make a volume.
struct SlicePlace
{
    int columns = 0;
    int rows = 0;
    std::optional<ImageOrientation> orientation = {};
    std::optional<Vector3> position = {}; ///< centre of the first pixel, mm
    PixelSpacing spacing = {};
    std::optional<double> thicknessMm = {}; ///< Slice Thickness; nothing where it is not said
};

SlicePlace placeOf(const FrameFacts &facts);

/// A slice of the volume out of two slices of the series: the first and the one above it, which counts `secondShare`.
struct SliceMix
{
    int first = 0;  ///< index into StackPlan::order
    int second = 0; ///< the same where `secondShare` is 0
    double secondShare = 0;

    bool operator==(const SliceMix &) const = default;
};

/// How the slices of a series become a volume.
struct StackPlan
{
    VolumeGeometry geometry;
    /// Indices of the slices given, along the normal of the slices. Instance Number has no say.
    std::vector<int> order;
    /// For each slice of the volume where it comes from: itself, or two neighbours where spacing is uneven.
    std::vector<SliceMix> mixes;
    /// What must be said wherever the volume is shown: `imaging.volume-uneven`, `imaging.volume-tilted`,
    /// `imaging.volume-apart` (slices that are much thinner than they are apart: what lies between was not seen).
    std::vector<Defect> warnings;
    double tiltDegrees = 0; ///< between the way from slice to slice and the normal

    bool isUneven() const;
};

/// Slices of equal shape and direction in a straight row become a volume. Positions may be off an even row by the rounding of
/// their decimals; beyond that the volume is resampled by the true positions and says so.
///
/// Invalid `imaging.volume-too-few` (under two slices or pixels), `imaging.volume-no-place` (position, orientation or
/// spacing missing), `imaging.volume-shapes` (rows, columns or spacing differ), `imaging.volume-directions`,
/// `imaging.volume-duplicates` (two slices at one place), `imaging.volume-gap` (slices are missing),
/// `imaging.volume-crooked` (slices shifted against each other). The detail has numbers and places, no names.
/// \source DICOM PS3.3 C.7.6.2.1.1 (position and orientation)
Result<StackPlan> planStack(const std::vector<SlicePlace> &slices);

} // namespace simiao::imaging
