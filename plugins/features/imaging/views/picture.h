#pragma once

#include "imaging/lut.h"
#include "imaging/presentation/presentation_shutter.h"
#include "imaging/turn.h"

#include <QImage>

#include <optional>
#include <vector>

class QPainter;

namespace simiao::viewer {

/// What a presentation state puts in the place of the frame's own.
struct PictureFraming
{
    imaging::PresentationShutter shutter = {};
    double pixelAspect = 1; ///< height of a pixel over its width

    bool operator==(const PictureFraming &) const = default;
};

/// A frame as grey or RGB pixels, turned as it is seen and dark behind its shutter, kept until frame or display change.
class Picture
{
public:
    /// Renders if something changed; a null frame empties it. About 0.02 ms for a CT of 512 x 512.
    void update(const std::shared_ptr<const imaging::Frame> &frame,
                const imaging::GreyDisplay &display,
                const imaging::Turn &turn = {},
                const std::optional<PictureFraming> &framing = {});

    /// Makes these parts black, in columns and rows of the picture before it is turned; until the next change.
    void blacken(const std::vector<QRect> &parts);

    /// Shows what `other` shows; the same pixels until either changes.
    void showLike(const Picture &other);

    bool isEmpty() const { return m_image.isNull(); }
    const QImage &image() const { return m_image; }
    /// Extent as it is seen, in units of one column: rows are as high as they are in the patient.
    QSizeF extent() const;

    /// \param target  where the whole picture lies, in the painter's coordinates
    /// \param part    nothing beyond it is painted; empty: all of the painter's device
    void paint(QPainter &painter, const QRectF &target, const QRectF &part = {});

private:
    const QImage &reduced(int factor);
    void paintColour(QPainter &painter, const QRectF &target, int factor);
    void paintGrey(QPainter &painter, const QRectF &target, const QRectF &within, int factor);

    std::shared_ptr<const imaging::Frame> m_frame;
    imaging::GreyDisplay m_display;
    imaging::Turn m_turn;
    std::optional<PictureFraming> m_framing;
    QImage m_image;
    QImage m_reduced; ///< m_image averaged over squares of m_factor pixels, where it is painted that small
    int m_factor = 1;
    QImage m_screen;       ///< what the part of the screen shows that the picture covers, in its own pixels
    QRect m_screenPart;    ///< of the screen, in pixels
    QRectF m_screenTarget; ///< the whole picture, in pixels
};

} // namespace simiao::viewer
