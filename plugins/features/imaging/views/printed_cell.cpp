#include "imaging/views/printed_cell.h"

#include "imaging/views/annotation_painter.h"
#include "imaging/views/drawn_measurements.h"
#include "imaging/views/overlay.h"
#include "imaging/views/picture.h"
#include "imaging/views/plane_layer.h"
#include "imaging/views/presented_part.h"
#include "imaging/views/scale_bar_painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Print)
};

constexpr double kLeastUnitMm = 0.12; // letters of 1.6 mm: the smallest that are read at arm's length
constexpr double kMostUnitMm = 0.2;
constexpr double kUnitsAcross = 480; // at which the corners have room for their lines

/// How the picture is laid into its cell, in millimetres.
struct Laid
{
    double mmPerColumn = 0;
    QRectF whole; ///< of the picture, which may be larger than the cell
    QRectF seen;  ///< of it, within the cell
    bool isTrueSize = false;
    bool isWhole = true; ///< all that was wanted has room
};

/// How a picture is seen, whoever says so: the one who prints it, or a presentation state.
struct Seen
{
    imaging::GreyDisplay display;
    imaging::Turn turn;
    QRectF part;
    std::optional<PictureFraming> framing = {};
    std::vector<imaging::OverlayPlane> overlays = {};
    std::optional<imaging::Presentation> presented = {}; ///< null: no state, or it does not name the picture
    bool isCut = false;                                  ///< to a part that the state wants seen
    std::optional<double> statedColumnMm = {};           ///< true size is what the state wants
};

Seen seenWith(imaging::Presentation presented, const PrintItem &item, const imaging::Frame &frame)
{
    const auto area = areaOf(presented, frame);
    Seen seen{.display = item.display.value_or(presented.display),
              .turn = item.turn,
              .part = item.part,
              .framing = framingOf(presented, frame),
              .overlays = presented.overlays};
    if (item.isAsStated) {
        seen.turn = presented.turn;
        seen.part = partOf(area, frame.geometry(), presented.turn);
        seen.isCut = isPart(area, frame.geometry());
        if (area.size == imaging::PresentationSize::TrueSize && area.isMillimetres)
            seen.statedColumnMm = area.pixelWidth;
    }
    seen.presented = std::move(presented);
    return seen;
}

Seen seenOf(const PrintItem &item, const imaging::Frame &frame)
{
    if (item.state) {
        const auto &at = item.at;
        auto presented = imaging::presentationOf(
            *item.state, {item.series->seriesInstanceUid, at.instance.sopInstanceUid, at.frame}, frame);
        if (presented)
            return seenWith(*std::move(presented), item, frame);
    }
    Seen seen{.display = item.display.value_or(imaging::defaultDisplay(frame)),
              .turn = item.turn,
              .part = item.part,
              .overlays = frame.facts().overlays};
    if (item.isAsStated) { // the state says nothing of this picture: all of it, as it is
        seen.turn = {};
        seen.part = {0, 0, 1, 1};
    }
    return seen;
}

/// What is true size: as the state wants it, else as whoever prints does; nothing where it is not to be had.
std::optional<double> trueColumnMm(const Seen &seen, const imaging::FrameFacts &facts, const CellStyle &style)
{
    if (!style.canBeTrueSize)
        return std::nullopt;
    if (seen.statedColumnMm)
        return seen.statedColumnMm;
    const bool isWanted = style.options.isTrueSize && facts.spacing.isMillimetres();
    return isWanted ? std::optional(facts.spacing.columnMm) : std::nullopt;
}

Laid laid(const QSizeF &extent, const QRectF &part, QSizeF cellMm, std::optional<double> trueColumnMm)
{
    Laid at;
    const QRectF cell(QPointF(), cellMm);
    at.isTrueSize = trueColumnMm.has_value();
    at.mmPerColumn = trueColumnMm.value_or(std::min(cellMm.width() / (part.width() * extent.width()),
                                                    cellMm.height() / (part.height() * extent.height())));
    const QSizeF size = extent * at.mmPerColumn;
    const QPointF corner =
        cell.center() - QPointF(part.center().x() * size.width(), part.center().y() * size.height());
    at.whole = {corner, size};
    const QRectF wanted(corner + QPointF(part.left() * size.width(), part.top() * size.height()),
                        QSizeF(part.width() * size.width(), part.height() * size.height()));
    at.seen = wanted.intersected(cell);
    constexpr double kRoundingMm = 1e-6;
    at.isWhole = cell.adjusted(-kRoundingMm, -kRoundingMm, kRoundingMm, kRoundingMm).contains(wanted);
    return at;
}

/// The pixels of what is seen, as a viewport of so many dots paints them.
void render(PrintedCell &cell, Picture &picture, const PlaneLayer &planes, const Laid &at, double dotsPerMm)
{
    const QRect dots = QRectF(at.seen.topLeft() * dotsPerMm, at.seen.size() * dotsPerMm).toAlignedRect();
    QImage image(dots.size(), QImage::Format_RGB32);
    if (image.isNull())
        return;
    image.fill(Qt::black);
    QPainter painter(&image);
    const QRectF whole(at.whole.topLeft() * dotsPerMm - dots.topLeft(), at.whole.size() * dotsPerMm);
    picture.paint(painter, whole, image.rect());
    planes.paint(painter, whole);
    painter.end();
    const bool isGrey = picture.image().format() == QImage::Format_Grayscale8 && planes.isEmpty();
    cell.image = isGrey ? image.convertToFormat(QImage::Format_Grayscale8) : image;
    cell.imageMm = {QPointF(dots.topLeft()) / dotsPerMm, QSizeF(dots.size()) / dotsPerMm};
}

/// How large it is on paper, and on what ground.
QString sizeLine(const imaging::PixelSpacing &spacing,
                 const Laid &at,
                 const Seen &seen,
                 bool isTrueSizeWanted)
{
    if (seen.statedColumnMm && at.isTrueSize)
        return Words::tr("True size 1:1, as the presentation state says");
    if (seen.statedColumnMm)
        return Words::tr("NO TRUE SIZE, which the presentation state wants");
    if (!spacing.isMillimetres())
        return isTrueSizeWanted ? Words::tr("NO TRUE SIZE: not calibrated") : QString();
    if (at.isTrueSize)
        return Words::tr("True size 1:1, %1", "on what ground").arg(spacingText(spacing));
    return Words::tr("%1 × true size, %2", "factor, on what ground")
        .arg(at.mmPerColumn / spacing.columnMm, 0, 'f', 2)
        .arg(spacingText(spacing));
}

bool isZoomOrPosition(CornerField field)
{
    return field == CornerField::Zoom || field == CornerField::SeriesPosition;
}

/// The corners of the screen without what only the screen knows.
CornerLayout paperLayout(CornerLayout layout)
{
    for (auto *corner : {&layout.topLeft, &layout.topRight, &layout.bottomLeft, &layout.bottomRight}) {
        for (auto &line : *corner)
            std::erase_if(line, isZoomOrPosition);
    }
    return layout;
}

CornerTexts textsOf(const PrintItem &item,
                    const std::shared_ptr<const imaging::Frame> &frame,
                    const CellStyle &style,
                    const Seen &seen,
                    const Laid &at)
{
    auto texts = cornerTexts({.series = *item.series,
                              .slice = item.slice,
                              .slices = item.slices,
                              .frame = frame,
                              .display = seen.display,
                              .turn = seen.turn,
                              .layout = paperLayout(cornerLayoutFor(style.corners, item.series->modality)),
                              .mrn = style.mrn});
    if (!style.options.hasTexts) {
        texts.topLeft.clear();
        texts.topRight.clear();
    }
    if (!item.prior.isEmpty())
        texts.topRight.prepend(item.prior);
    texts.whole.append(item.prior);
    const auto &spacing = frame->facts().spacing;
    // Also where nobody is to be named: what is left out must not be taken for all there is.
    if (item.state)
        addWhole(texts, texts.bottomRight,
                 presentationWords(*item.state, seen.presented.has_value(), seen.isCut));
    if (at.isTrueSize && !at.isWhole)
        texts.bottomRight.append(Words::tr("Part of the picture"));
    texts.bottomRight.append(sizeLine(spacing, at, seen, style.options.isTrueSize));
    texts.bottomRight.removeAll(QString());
    return texts;
}

void paintRefusal(QPainter &painter, const QRectF &view, const PrintedCell &cell)
{
    constexpr double kAir = 12;
    painter.setFont(cell.font);
    painter.setPen(Qt::white);
    painter.drawText(view.adjusted(kAir, kAir, -kAir, -kAir), int(Qt::AlignCenter) | int(Qt::TextWordWrap),
                     cell.refusal);
}

std::vector<QRectF> wordBoxes(const QRectF &view, const PrintedCell &cell)
{
    const auto box = view.toRect();
    auto boxes = overlayBoxes(box, cell.texts, cell.font);
    if (cell.bar)
        boxes.push_back(scaleBarBox(*cell.bar, box, cell.font, boxes));
    return boxes;
}

/// Of the presentation state. The painter's unit is a millimetre.
void paintDrawings(QPainter &painter, const QRectF &view, const PrintedCell &cell)
{
    if (cell.annotations.empty())
        return;
    painter.save();
    if (cell.isCut)
        painter.setClipRect(cell.imageMm, Qt::IntersectClip);
    painter.scale(cell.unitMm, cell.unitMm);
    painter.setFont(cell.font);
    paintAnnotations(painter, cell.annotations, cell.placed, wordBoxes(view, cell));
    painter.restore();
}

void paintWords(QPainter &painter, const QRectF &view, const PrintedCell &cell)
{
    const auto box = view.toRect();
    paintOverlay(painter, box, cell.texts, cell.font);
    if (cell.bar)
        paintScaleBar(painter, *cell.bar, box, cell.font, overlayBoxes(box, cell.texts, cell.font));
    if (cell.drawn.empty())
        return;
    paintMeasurements(painter,
                      {.mapping = cell.mapping,
                       .view = box,
                       .taken = wordBoxes(view, cell),
                       .drawn = cell.drawn,
                       .cross = {},
                       .font = cell.font});
}

} // namespace

PrintedCell printedCell(const PrintItem &item,
                        const std::shared_ptr<const imaging::Frame> &frame,
                        QSizeF cellMm,
                        const CellStyle &style,
                        const std::vector<imaging::Measurement> &measurements)
{
    PrintedCell cell;
    cell.font = style.font;
    cell.unitMm = std::clamp(cellMm.width() / kUnitsAcross, kLeastUnitMm, kMostUnitMm);
    const auto &facts = frame->facts();
    const auto &geometry = frame->geometry();
    const auto seen = seenOf(item, *frame);
    Picture picture;
    picture.update(frame, seen.display, seen.turn, seen.framing);
    PlaneLayer planes;
    if (item.hasOverlays)
        planes.update({geometry.columns(), geometry.rows()}, seen.overlays, seen.turn);
    const auto at = laid(picture.extent(), seen.part, cellMm, trueColumnMm(seen, facts, style));
    render(cell, picture, planes, at, style.dotsPerMm);
    cell.texts = textsOf(item, frame, style, seen, at);
    const double units = 1 / cell.unitMm;
    cell.bar = scaleBar(facts, at.mmPerColumn * units, cellMm.height() * units / 3);
    cell.mapping = ImageMapping({at.whole.topLeft() * units, at.whole.size() * units}, geometry.columns(),
                                geometry.rows(), seen.turn);
    if (style.options.hasMeasurements)
        cell.drawn = drawnMeasurements(measurements, *frame, style.options.hasValues);
    if (seen.presented) {
        std::erase_if(cell.drawn, [&](const DrawnMeasurement &drawn) {
            return isDrawnBy(seen.presented->annotations, drawn.measurement);
        });
        cell.annotations =
            drawnOf(seen.presented->annotations, style.options.hasMeasurements, style.options.hasValues);
        cell.placed = placedIn(cell.mapping, areaOf(*seen.presented, *frame));
        cell.isCut = seen.isCut;
    }
    return cell;
}

void paintCell(QPainter &painter, const PrintedCell &cell, const QRectF &where)
{
    if (cell.isEmpty)
        return;
    painter.save();
    painter.setClipRect(where);
    painter.fillRect(where, Qt::black);
    painter.translate(where.topLeft());
    if (!cell.image.isNull())
        painter.drawImage(cell.imageMm, cell.image);
    const QRectF view(QPointF(), where.size() / cell.unitMm);
    paintDrawings(painter, view, cell);
    painter.scale(cell.unitMm, cell.unitMm);
    if (cell.refusal.isEmpty())
        paintWords(painter, view, cell);
    else
        paintRefusal(painter, view, cell);
    painter.restore();
}

} // namespace simiao::viewer
