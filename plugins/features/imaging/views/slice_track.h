#pragma once

#include <QRect>
#include <QSet>

class QPainter;

namespace simiao::viewer {

/// The series as a thin line at the right edge of the view: where its key images are, and which slice is seen.
struct SliceTrack
{
    int slice = 0; ///< from 0
    int slices = 1;
    QSet<int> keys = {}; ///< from 0
};

/// Nothing where there is no key image, or only one slice.
void paintSliceTrack(QPainter &painter, const QRect &view, const SliceTrack &track);

} // namespace simiao::viewer
