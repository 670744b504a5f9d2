#pragma once

#include "imaging/models/scale_bar.h"

#include <QFont>
#include <QRectF>

#include <vector>

class QPainter;

namespace simiao::viewer {

/// Where the bar and its words stand: upright, at the right edge.
/// \param taken  other words: those of the bar stand above it, below it or beside it, where they meet none of them; where they meet some
///               in each of these places, there is no bar, and its box is empty
QRectF scaleBarBox(const ScaleBar &bar,
                   const QRectF &view,
                   const QFont &font,
                   const std::vector<QRectF> &taken = {});
void paintScaleBar(QPainter &painter,
                   const ScaleBar &bar,
                   const QRectF &view,
                   const QFont &font,
                   const std::vector<QRectF> &taken = {});

} // namespace simiao::viewer
