#pragma once

#include "imaging/ultrasound_region.h"
#include "imaging/views/image_mapping.h"

#include <QFont>
#include <QStringList>

class QPainter;

namespace simiao::viewer {

/// The calibrated regions of an ultrasound picture over it.
struct RegionScene
{
    std::vector<imaging::UltrasoundRegion> regions;
    ImageMapping mapping;
    QRectF view;
    QFont font;
    std::vector<QRectF> taken = {}; ///< where other words stand
    /// Points of the measurement in hand: the region that its length follows stands out. May be empty.
    std::vector<imaging::ImagePoint> measured = {};
};

/// "0.12 mm in a pixel", "0.12 × 0.10 mm in a pixel", or that there are no lengths in it.
QString regionText(const imaging::UltrasoundRegion &region);
/// Index of the smallest region that holds all points; -1 for none.
int regionOfPoints(const std::vector<imaging::UltrasoundRegion> &regions,
                   const std::vector<imaging::ImagePoint> &points);
/// Outlines with regionText() inside their upper left corners.
void paintRegions(QPainter &painter, const RegionScene &scene);

} // namespace simiao::viewer
