#include "imaging/views/region_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using imaging::UltrasoundRegion;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Regions)
};

// The ground is the picture in every theme, so these do not follow it.
const QColor kInk(0x9F, 0xD8, 0xC8);
const QColor kStrong(0x6F, 0xE3, 0xFF); // of a selected measurement
const QColor kEdge(0, 0, 0, 190);
constexpr double kMmPerCm = 10;
constexpr double kAir = 4;

double areaOf(const UltrasoundRegion &region)
{
    return double(region.right - region.left + 1) * (region.bottom - region.top + 1);
}

/// Its edges are pixels of it, so the outline goes around them.
QRectF outlineOf(const UltrasoundRegion &region, const ImageMapping &mapping)
{
    constexpr double kHalf = 0.5;
    return QRectF(mapping.toView(imaging::ImagePoint{region.left - kHalf, region.top - kHalf}),
                  mapping.toView(imaging::ImagePoint{region.right + kHalf, region.bottom + kHalf}))
        .normalized();
}

/// In its upper left corner, or below it as far as the words of the picture's own corner reach.
QRectF wordsBox(const QRectF &outline, const QSizeF &size, const std::vector<QRectF> &taken)
{
    QRectF box(outline.topLeft() + QPointF(kAir, kAir), size);
    const auto isTaken = [&box](const QRectF &words) { return words.intersects(box); };
    while (std::ranges::any_of(taken, isTaken) && box.bottom() + size.height() < outline.bottom())
        box.translate(0, size.height());
    return box;
}

void paintRegion(QPainter &painter,
                 const QRectF &outline,
                 const QString &words,
                 const QColor &ink,
                 const std::vector<QRectF> &taken)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kEdge, 3));
    painter.drawRect(outline);
    painter.setPen(QPen(ink, 1, Qt::DashLine));
    painter.drawRect(outline);
    const QFontMetricsF metrics(painter.font());
    const auto elided = metrics.elidedText(words, Qt::ElideRight, outline.width() - 4 * kAir);
    const auto box = wordsBox(outline, metrics.size(0, elided), taken);
    painter.fillRect(box.adjusted(-2, 0, 2, 0), kEdge);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, elided);
}

} // namespace

QString regionText(const UltrasoundRegion &region)
{
    if (!region.isSpatial())
        return Words::tr("no lengths here: an axis is time, speed or another quantity");
    const double x = std::abs(region.deltaX) * kMmPerCm;
    const double y = std::abs(region.deltaY) * kMmPerCm;
    const auto number = [](double mm) { return QString::number(mm, 'g', 3); };
    constexpr double kSame = 1e-3;
    return std::abs(x - y) <= kSame * x
        ? Words::tr("%1 mm in a pixel").arg(number(x))
        : Words::tr("%1 × %2 mm in a pixel", "width, height").arg(number(x), number(y));
}

int regionOfPoints(const std::vector<UltrasoundRegion> &regions,
                   const std::vector<imaging::ImagePoint> &points)
{
    int smallest = -1;
    for (std::size_t i = 0; i < regions.size() && !points.empty(); ++i) {
        const auto &region = regions[i];
        const bool holds = std::ranges::all_of(
            points, [&region](const auto &point) { return region.contains({point.column, point.row}); });
        const bool isSmaller =
            smallest < 0 || areaOf(region) < areaOf(regions[static_cast<std::size_t>(smallest)]);
        if (holds && isSmaller)
            smallest = static_cast<int>(i);
    }
    return smallest;
}

void paintRegions(QPainter &painter, const RegionScene &scene)
{
    if (scene.mapping.isEmpty())
        return;
    painter.save();
    painter.setFont(scene.font);
    const int used = regionOfPoints(scene.regions, scene.measured);
    for (int i = 0; i < static_cast<int>(scene.regions.size()); ++i) {
        const auto &region = scene.regions[static_cast<std::size_t>(i)];
        const auto outline = outlineOf(region, scene.mapping);
        if (outline.intersects(scene.view))
            paintRegion(painter, outline, regionText(region), i == used ? kStrong : kInk, scene.taken);
    }
    painter.restore();
}

} // namespace simiao::viewer
