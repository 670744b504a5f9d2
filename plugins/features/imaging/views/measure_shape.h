#pragma once

#include "imaging/views/image_mapping.h"

#include <QPainterPath>

namespace simiao::viewer {

/// A point can be taken hold of within this distance, px of the view: 16 px across.
inline constexpr double kHandleReach = 8;

/// The lines of a measurement as drawn in the view; also of one that is not complete yet.
QPainterPath shapePath(const imaging::Measurement &measurement, const ImageMapping &mapping);

/// Index of the point within reach of `at`, the nearest one; -1 when there is none.
int pointNear(const imaging::Measurement &measurement, const ImageMapping &mapping, const QPointF &at);
/// Whether its lines pass within reach of `at`.
bool isNear(const imaging::Measurement &measurement, const ImageMapping &mapping, const QPointF &at);

} // namespace simiao::viewer
