#pragma once

#include "imaging/segmentation.h"

#include <QStringList>

#include <optional>

namespace simiao::viewer {

/// "Segment 3: Liver".
QString segmentText(const imaging::Segment &segment);

/// What the corner says of a segmentation's frame: its segment, or those of a label map by number, the first of many.
QStringList segmentLines(const std::optional<imaging::Segmentation> &segmentation);

/// What a value of its pixels means: "Segment 3: Liver"; "Outside segment 3: Liver"; of a label map "No segment".
QString segmentAt(const imaging::Segmentation &segmentation, double value);

} // namespace simiao::viewer
