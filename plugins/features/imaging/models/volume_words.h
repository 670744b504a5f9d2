#pragma once

#include "imaging/models/volume_stage.h"

#include <QStringList>

namespace simiao::viewer {

/// "Axial", or "Oblique (axial)" once it is turned.
QString planeName(PlaneKind plane, bool isOblique);
/// "Mean", "MIP", "MinIP".
QString modeName(imaging::SlabMode mode);
/// "MIP, 20 mm", "Plane" without thickness.
QString slabText(const imaging::Slab &slab);

/// "23.4 mm", and on what ground it stands: by volume geometry, resampled where spacing is uneven, over gaps, projected in a slab.
QStringList lengthLines(const VolumeLength &length, const imaging::VolumeFacts &facts);

/// Its slices do not touch: between them nothing was scanned.
bool hasGaps(const imaging::VolumeFacts &facts);

/// What must be said above a volume; empty where there is nothing.
QStringList volumeWarnings(const imaging::VolumeFacts &facts);

} // namespace simiao::viewer
