#pragma once

#include "imaging/measure/measurement.h"
#include "imaging/turn.h"

#include <QPolygonF>
#include <QTransform>

namespace simiao::viewer {

/// Between places in the picture and places in the view. Measurements are kept in the picture's columns and rows, so that zoom,
/// pan and the size of the view change only this.
class ImageMapping
{
public:
    ImageMapping() = default;
    /// \param target  where the whole picture lies in the view, \param turn  how it is laid into it
    ImageMapping(const QRectF &target, int columns, int rows, const imaging::Turn &turn = {});

    bool isEmpty() const { return m_columns == 0; }
    QPointF toView(const imaging::ImagePoint &point) const;
    QPolygonF toView(const std::vector<imaging::ImagePoint> &points) const;
    /// May lie outside of the picture.
    imaging::ImagePoint toImage(const QPointF &point) const;
    /// The step in the picture that goes as many of its pixels to the right and down in the view.
    imaging::ImagePoint step(double right, double down) const;
    /// The nearest place within the picture.
    imaging::ImagePoint clamped(const imaging::ImagePoint &point) const;

private:
    QTransform m_toView;
    QTransform m_toImage;
    int m_columns = 0;
    int m_rows = 0;
    imaging::Turn m_turn;
};

} // namespace simiao::viewer
