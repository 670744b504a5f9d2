#pragma once

#include "imaging/models/corner_texts.h"
#include "imaging/models/plane_lens.h"

#include <QColor>
#include <QFont>
#include <QRect>

#include <vector>

class QPainter;

namespace simiao::viewer {

/// Where another plane cuts this one.
struct CutLine
{
    QPointF direction; ///< unit vector on the view
    QColor colour;
    bool isHeld = false;
};

/// A length on the view.
struct DrawnLength
{
    QPointF from;
    QPointF to;
    QStringList lines;
};

/// What lies over the picture of a plane.
struct PlaneScene
{
    QRect view;
    QPointF cross; ///< where the planes meet
    std::vector<CutLine> cuts = {};
    std::vector<DrawnLength> lengths = {};
    double mmPerPixel = 1;
    CornerTexts corners = {};
    QFont font = {};
    QColor colour = {}; ///< of this plane
};

/// How far from the cross the grips lie by which its lines are turned.
double gripRadius(const QSize &view);

void paintPlaneScene(QPainter &painter, const PlaneScene &scene);

/// The longest of 1, 2, 5, 10 … mm that takes no more than a quarter of the width.
double scaleBarMm(double mmPerPixel, int width);

} // namespace simiao::viewer
