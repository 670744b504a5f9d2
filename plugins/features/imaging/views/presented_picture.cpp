#include "imaging/views/presented_picture.h"

#include "imaging/views/annotation_painter.h"

#include <QPainter>

namespace simiao::viewer {

namespace {

imaging::DisplayedArea wholeArea(const imaging::Frame &frame)
{
    return {.right = frame.geometry().columns() - 1,
            .bottom = frame.geometry().rows() - 1,
            .pixelHeight = frame.facts().displayAspect()};
}

} // namespace

PresentedPicture::PresentedPicture(const imaging::Frame &frame, imaging::Presentation presentation)
    : m_presentation(std::move(presentation))
    , m_area(m_presentation.area.value_or(wholeArea(frame)))
    , m_columns(frame.geometry().columns())
    , m_rows(frame.geometry().rows())
{
    const auto &turn = m_presentation.turn;
    const auto greys = imaging::turned(imaging::render(frame, m_presentation), m_columns, m_rows, turn);
    const int width = turn.swapsEdges() ? m_rows : m_columns;
    const int height = turn.swapsEdges() ? m_columns : m_rows;
    // A copy: the pixels end with this function.
    m_image = QImage(greys.data(), width, height, width, QImage::Format_Grayscale8).copy();
    m_overlays.update({m_columns, m_rows}, m_presentation.overlays, turn);
}

QStringList PresentedPicture::words() const
{
    return annotationWords(m_presentation.annotations);
}

void PresentedPicture::paint(QPainter &painter, const QRectF &view, double screenMmPerPixel) const
{
    if (isEmpty())
        return;
    const auto placed =
        imaging::placed(m_area, m_presentation.turn, view.width(), view.height(), screenMmPerPixel);
    const auto one = placed.toView.map({-0.5, -0.5});
    const auto other = placed.toView.map({m_columns - 0.5, m_rows - 0.5});
    painter.save();
    painter.translate(view.topLeft());
    painter.setClipRect(QRectF(placed.left, placed.top, placed.width, placed.height));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const auto whole = QRectF(QPointF(one.column, one.row), QPointF(other.column, other.row)).normalized();
    painter.drawImage(whole, m_image);
    m_overlays.paint(painter, whole);
    paintAnnotations(painter, m_presentation.annotations, placed);
    painter.restore();
}

} // namespace simiao::viewer
