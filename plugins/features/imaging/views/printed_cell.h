#pragma once

#include "imaging/models/corner_texts.h"
#include "imaging/models/print_plan.h"
#include "imaging/models/scale_bar.h"
#include "imaging/presentation/presentation_state.h"
#include "imaging/views/measure_painter.h"

#include <QImage>

namespace simiao::viewer {

/// What a picture on paper is made with, the same for all of a print.
struct CellStyle
{
    PrintOptions options;
    QFont font;
    QString mrn;                                  ///< of the visit's patient
    std::vector<CornerLayout> corners = {};       ///< empty: the usual ones
    bool canBeTrueSize = true;                    ///< films are fitted by whoever prints them
    double dotsPerMm = kPaperDotsPerMm;           ///< fewer for a preview
    static constexpr double kPaperDotsPerMm = 12; ///< some 300 a inch, about what printers show of greys
};

/// A picture in its place on the page. Its pixels are those that a viewport of so many pixels shows; texts and lines are drawn on
/// the paper itself, so that they are as sharp as the printer. Holds no frame.
struct PrintedCell
{
    QImage image = {};
    QRectF imageMm = {}; ///< where it lies, from the corner of the cell
    double unitMm = 0.2; ///< the texts' pixel
    CornerTexts texts = {};
    std::optional<ScaleBar> bar = {};
    std::vector<DrawnMeasurement> drawn = {};
    std::vector<imaging::GraphicAnnotation> annotations = {}; ///< of a presentation state
    imaging::PlacedArea placed = {};                          ///< where its area lies; units
    bool isCut = false;        ///< its drawings end with the picture, as its area does
    ImageMapping mapping = {}; ///< to units
    QFont font = {};
    QString refusal = {}; ///< why there is no picture
    bool isEmpty = false; ///< nothing belongs here
};

/// \param measurements  of this very picture
PrintedCell printedCell(const PrintItem &item,
                        const std::shared_ptr<const imaging::Frame> &frame,
                        QSizeF cellMm,
                        const CellStyle &style,
                        const std::vector<imaging::Measurement> &measurements);

/// Paints it. One unit is a millimetre. \thread any
void paintCell(QPainter &painter, const PrintedCell &cell, const QRectF &where);

} // namespace simiao::viewer
