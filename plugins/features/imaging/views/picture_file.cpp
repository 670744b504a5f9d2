#include "imaging/views/picture_file.h"

#include "core/atomic_file.h"
#include "core/try.h"
#include "imaging/views/annotation_painter.h"
#include "imaging/views/overlay.h"
#include "imaging/views/picture.h"
#include "imaging/views/presented_part.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr int kJpegQuality = 95;
/// Texts need room; a small picture is enlarged by whole pixels for them.
constexpr int kSmallestWithTexts = 512;

/// What of the picture is in the file, and where.
struct Laid
{
    QSize size;         ///< of the file, in pixels
    QRectF target;      ///< of the whole picture, which may reach beyond the file
    imaging::Turn turn; ///< of the picture
};

imaging::Turn turnOf(const PictureFile &file)
{
    return file.presented && file.isAsStated ? file.presented->turn : imaging::Turn{};
}

/// The part of the turned picture that goes out; what a state wants seen beside the picture is nothing that a file could hold.
QRectF partOut(const PictureFile &file)
{
    const QRectF all(0, 0, 1, 1);
    if (!file.presented || !file.isAsStated)
        return all;
    const auto part =
        partOf(areaOf(*file.presented, *file.frame), file.frame->geometry(), file.presented->turn)
            .intersected(all);
    return part.isEmpty() ? all : part;
}

Laid laid(const PictureFile &file, QSizeF extent)
{
    const auto part = partOut(file);
    const QSizeF seen(extent.width() * part.width(), extent.height() * part.height());
    const auto longest = static_cast<int>(std::max(seen.width(), seen.height()));
    const bool hasWords = file.texts || (file.presented && !file.presented->annotations.empty())
        || std::ranges::any_of(file.drawn, [](const auto &drawn) { return !drawn.lines.isEmpty(); });
    const int factor =
        hasWords && longest > 0 ? std::max(1, (kSmallestWithTexts + longest - 1) / longest) : 1;
    const QSizeF whole = extent * factor;
    return {.size = (seen * factor).toSize(),
            .target = {QPointF(-part.left() * whole.width(), -part.top() * whole.height()), whole},
            .turn = turnOf(file)};
}

std::vector<QRectF> wordBoxes(const PictureFile &file, const QRect &view)
{
    return file.texts ? overlayBoxes(view, *file.texts, file.font) : std::vector<QRectF>();
}

void paintPresentation(QPainter &painter, const PictureFile &file, const Laid &at)
{
    const auto &geometry = file.frame->geometry();
    painter.setFont(file.font);
    const ImageMapping mapping(at.target, geometry.columns(), geometry.rows(), at.turn);
    paintAnnotations(painter, file.presented->annotations,
                     placedIn(mapping, areaOf(*file.presented, *file.frame)), wordBoxes(file, {{}, at.size}));
}

MeasureScene sceneOf(const PictureFile &file, const QRect &view, const Laid &at)
{
    const auto &geometry = file.frame->geometry();
    return {.mapping = ImageMapping(at.target, geometry.columns(), geometry.rows(), at.turn),
            .view = view,
            .taken = wordBoxes(file, view),
            .drawn = file.drawn,
            .cross = {},
            .font = file.font};
}

/// Others that print the file, or show it beside a rule, keep its size.
void sayTrueSize(QImage &image, const PictureFile &file, const Laid &at)
{
    const auto &area = file.presented->area;
    if (!area || !area->isMillimetres || area->size != imaging::PresentationSize::TrueSize)
        return;
    constexpr double kMmPerMetre = 1000;
    const auto &geometry = file.frame->geometry();
    const double columns = at.turn.swapsEdges() ? at.target.height() : at.target.width();
    const auto perMetre = qRound(columns / geometry.columns() / area->pixelWidth * kMmPerMetre);
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
}

QImage drawn(const PictureFile &file)
{
    const auto framing =
        file.presented ? std::optional(framingOf(*file.presented, *file.frame)) : std::nullopt;
    Picture picture;
    picture.update(file.frame, file.display, turnOf(file), framing);
    picture.blacken(file.blanked);
    const auto at = laid(file, picture.extent());
    QImage image(at.size, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::black);
    QPainter painter(&image);
    picture.paint(painter, at.target);
    if (file.presented)
        paintPresentation(painter, file, at);
    if (file.texts)
        paintOverlay(painter, image.rect(), *file.texts, file.font);
    if (!file.drawn.empty())
        paintMeasurements(painter, sceneOf(file, image.rect(), at));
    painter.end();
    if (file.presented)
        sayTrueSize(image, file, at);
    return image;
}

} // namespace

Result<void> writePicture(const PictureFile &picture)
{
    const auto disk = systemDisk();
    if (disk->exists(picture.path))
        return Error{ErrorKind::Conflict, QStringLiteral("export.exists"),
                     QFileInfo(picture.path).fileName()};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto image = drawn(picture);
    if (image.isNull()
        || !image.save(&buffer, picture.isJpeg ? "JPEG" : "PNG", picture.isJpeg ? kJpegQuality : -1))
        return Error{ErrorKind::Unavailable, QStringLiteral("export.picture")};
    auto written = AtomicFile(disk).write(picture.path, bytes);
    // Whole and flushed, in a folder that cannot be flushed itself, as on many sticks and shares.
    if (!written && written.error().code == QLatin1String("disk.not-durable"))
        return ok();
    return written;
}

} // namespace simiao::viewer
