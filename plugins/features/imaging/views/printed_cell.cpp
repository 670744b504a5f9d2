#include "imaging/views/printed_cell.h"

#include "imaging/views/drawn_measurements.h"
#include "imaging/views/overlay.h"
#include "imaging/views/picture.h"
#include "imaging/views/plane_layer.h"
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
};

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
QString sizeLine(const imaging::PixelSpacing &spacing, const Laid &at, bool isTrueSizeWanted)
{
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
                    const Laid &at)
{
    auto texts = cornerTexts({.series = *item.series,
                              .slice = item.slice,
                              .slices = item.slices,
                              .frame = frame,
                              .display = item.display.value_or(imaging::defaultDisplay(*frame)),
                              .turn = item.turn,
                              .layout = paperLayout(cornerLayoutFor(style.corners, item.series->modality)),
                              .mrn = style.mrn});
    if (!style.options.hasTexts) {
        texts.topLeft.clear();
        texts.topRight.clear();
    }
    if (!item.prior.isEmpty())
        texts.topRight.prepend(item.prior);
    const auto &spacing = frame->facts().spacing;
    if (at.isTrueSize && at.seen.size() != at.whole.size())
        texts.bottomRight.append(Words::tr("Part of the picture"));
    texts.bottomRight.append(sizeLine(spacing, at, style.options.isTrueSize));
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

void paintWords(QPainter &painter, const QRectF &view, const PrintedCell &cell)
{
    const auto box = view.toRect();
    paintOverlay(painter, box, cell.texts, cell.font);
    if (cell.bar)
        paintScaleBar(painter, *cell.bar, box, cell.font);
    if (cell.drawn.empty())
        return;
    auto taken = overlayBoxes(box, cell.texts, cell.font);
    if (cell.bar)
        taken.push_back(scaleBarBox(*cell.bar, box, cell.font));
    paintMeasurements(painter,
                      {.mapping = cell.mapping,
                       .view = box,
                       .taken = std::move(taken),
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
    Picture picture;
    picture.update(frame, item.display.value_or(imaging::defaultDisplay(*frame)), item.turn);
    PlaneLayer planes;
    if (item.hasOverlays)
        planes.update({frame->geometry().columns(), frame->geometry().rows()}, facts.overlays, item.turn);
    const bool isTrueSize = style.options.isTrueSize && facts.spacing.isMillimetres();
    const auto at = laid(picture.extent(), item.part, cellMm,
                         isTrueSize ? std::optional(facts.spacing.columnMm) : std::nullopt);
    render(cell, picture, planes, at, style.dotsPerMm);
    cell.texts = textsOf(item, frame, style, at);
    const double units = 1 / cell.unitMm;
    cell.bar = scaleBar(facts, at.mmPerColumn * units, cellMm.height() * units / 3);
    cell.mapping = ImageMapping({at.whole.topLeft() * units, at.whole.size() * units},
                                frame->geometry().columns(), frame->geometry().rows(), item.turn);
    if (style.options.hasMeasurements)
        cell.drawn = drawnMeasurements(measurements, *frame, style.options.hasValues);
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
    painter.scale(cell.unitMm, cell.unitMm);
    const QRectF view(QPointF(), where.size() / cell.unitMm);
    if (cell.refusal.isEmpty())
        paintWords(painter, view, cell);
    else
        paintRefusal(painter, view, cell);
    painter.restore();
}

} // namespace simiao::viewer
