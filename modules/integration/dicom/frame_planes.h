#pragma once

#include "core/result.h"
#include "imaging/slice_plane.h"

#include <QString>

#include <vector>

namespace simiao::dicom {

struct DatasetFile;

/// Frames beyond these are no stack of slices: tiles of a specimen, or nonsense.
inline constexpr int kMostPlacedFrames = 4096;

/// Where every frame lies, by functional groups or the offsets of a dose; empty where one of them does not say, or there are too many.
std::vector<imaging::SlicePlane> framePlanesOf(const DatasetFile &file);
/// The same of the file at `path`. As openDataset. Blocks. \thread any
Result<std::vector<imaging::SlicePlane>> framePlanesOf(const QString &path);

} // namespace simiao::dicom
