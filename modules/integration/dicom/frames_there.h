#pragma once

#include "imaging/defect.h"

#include <QtGlobal>

#include <optional>

namespace simiao::dicom {

struct DatasetFile;
struct PixelFormat;

/// More than whole slides have as tiles; whoever shows a file makes an entry for each frame.
inline constexpr int kMostFrames = 100'000;

/// Frames that begin within the pixels that are there: at most Number of Frames (0028,0008), which a file of a few bytes may state as two
/// billion, and at most kMostFrames; at least 1. Native ones are counted by their size, compressed ones by offset table or fragments.
int framesThere(const DatasetFile &file);

/// `imaging.frames-missing` with "there/stated" where the file states more frames than `there`.
std::optional<imaging::Defect> framesMissing(const DatasetFile &file, qint64 there);

/// Native frames that begin within what is there of the pixels.
qint64 nativeFramesThere(const DatasetFile &file, const PixelFormat &format);

} // namespace simiao::dicom
