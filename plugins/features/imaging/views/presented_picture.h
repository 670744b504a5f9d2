#pragma once

#include "imaging/presentation/presentation_state.h"
#include "imaging/views/plane_layer.h"

#include <QImage>
#include <QRectF>

class QPainter;

namespace simiao::viewer {

/// A frame as a presentation state wants it: greys, shutter, overlays, turned; made once and painted in any size.
class PresentedPicture
{
public:
    PresentedPicture() = default;
    PresentedPicture(const imaging::Frame &frame, imaging::Presentation presentation);

    bool isEmpty() const { return m_image.isNull(); }
    /// Turned, a byte a pixel.
    const QImage &image() const { return m_image; }
    /// Everything written on it.
    QStringList words() const;

    /// The displayed area in the middle of `view`, with its drawings; nothing of the picture beyond the area.
    /// \param screenMmPerPixel  for TRUE SIZE
    void paint(QPainter &painter, const QRectF &view, double screenMmPerPixel) const;

private:
    imaging::Presentation m_presentation;
    imaging::DisplayedArea m_area;
    int m_columns = 0;
    int m_rows = 0;
    QImage m_image;
    PlaneLayer m_overlays;
};

} // namespace simiao::viewer
