#pragma once

#include <QRectF>

namespace simiao::viewer {

/// Which part of a picture is seen and how large. It keeps its meaning when the view is resized.
struct Placement
{
    double zoom = 1;          ///< 1: the whole picture fits
    QPointF center{0.5, 0.5}; ///< the point of the picture in the middle of the view, 0 … 1
    /// Where there is room beside the whole picture: it lies at the left (-1) or right (1) edge of the view, until somebody moves it.
    int side = 0;

    bool operator==(const Placement &) const = default;

    /// Where the whole picture lies. \param picture  its extent in any unit
    QRectF target(QSizeF view, QSizeF picture) const;

    /// The zoom at which the picture is as wide as the view.
    static double widthZoom(QSizeF view, QSizeF picture);
    /// The zoom at which one unit of the picture's extent is `length` long in the view.
    static double unitZoom(double length, QSizeF view, QSizeF picture);
    /// The placement by which the whole picture lies at `target`, which has the picture's proportions.
    static Placement at(const QRectF &target, QSizeF view, QSizeF picture);
    /// Zooms; what is at `anchor` in the view stays there.
    void zoomAt(QPointF anchor, double factor, QSizeF view, QSizeF picture);
    /// Moves the picture with the pointer; its edge never passes the middle of the view.
    void pan(QPointF by, QSizeF view, QSizeF picture);
};

} // namespace simiao::viewer
