#pragma once

#include "imaging/views/image_mapping.h"
#include "imaging/views/label_layout.h"

#include <QFont>
#include <QStringList>

#include <optional>

class QPainter;

namespace simiao::viewer {

/// One measurement as it is painted.
struct DrawnMeasurement
{
    imaging::Measurement measurement;
    QStringList lines; ///< label
    bool isSelected = false;
    int grabbed = -1; ///< index of the point that keys or the pointer move
    bool isLabelHeld = false;
};

struct MeasureScene
{
    ImageMapping mapping;
    QRectF view;
    std::vector<QRectF> taken; ///< where other words stand
    std::vector<DrawnMeasurement> drawn;
    std::optional<imaging::ImagePoint> cross;
    QFont font;
};

/// Lines, handles and labels, legible on black and on white: everything has a dark edge.
void paintMeasurements(QPainter &painter, const MeasureScene &scene);

/// Where that puts the words of each measurement that has some and is in sight.
std::vector<LabelPlace> labelPlaces(const MeasureScene &scene);

} // namespace simiao::viewer
