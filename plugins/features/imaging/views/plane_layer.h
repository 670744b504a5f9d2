#pragma once

#include "imaging/frame.h"
#include "imaging/turn.h"

#include <QImage>

#include <memory>

class QPainter;

namespace simiao::viewer {

/// The overlay planes of a frame (DICOM group 60xx) as they lie over the picture, kept until frame or turn change.
class PlaneLayer
{
public:
    void update(const std::shared_ptr<const imaging::Frame> &frame, const imaging::Turn &turn);
    bool isEmpty() const { return m_image.isNull(); }
    /// \param target  where the whole picture lies
    void paint(QPainter &painter, const QRectF &target) const;

private:
    std::shared_ptr<const imaging::Frame> m_frame;
    imaging::Turn m_turn;
    QImage m_image;
};

} // namespace simiao::viewer
