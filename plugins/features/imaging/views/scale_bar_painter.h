#pragma once

#include "imaging/models/scale_bar.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace simiao::viewer {

/// Where the bar and its words stand: upright, at the right edge.
QRectF scaleBarBox(const ScaleBar &bar, const QRectF &view, const QFont &font);
void paintScaleBar(QPainter &painter, const ScaleBar &bar, const QRectF &view, const QFont &font);

} // namespace simiao::viewer
