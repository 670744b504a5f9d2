#pragma once

#include "imaging/overlay_plane.h"
#include "imaging/turn.h"

#include <QImage>

#include <vector>

class QPainter;

namespace simiao::viewer {

/// Overlay planes (DICOM group 60xx) as they lie over a picture, kept until they or its turn change.
class PlaneLayer
{
public:
    /// \param size  columns and rows of the picture
    void update(QSize size, const std::vector<imaging::OverlayPlane> &planes, const imaging::Turn &turn);
    bool isEmpty() const { return m_image.isNull(); }
    /// \param target  where the whole picture lies
    void paint(QPainter &painter, const QRectF &target) const;

private:
    QSize m_size;
    std::vector<imaging::OverlayPlane> m_planes;
    imaging::Turn m_turn;
    QImage m_image;
};

} // namespace simiao::viewer
