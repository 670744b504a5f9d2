#include "imaging/views/picture_file.h"

#include "core/atomic_file.h"
#include "core/try.h"
#include "imaging/views/overlay.h"
#include "imaging/views/picture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr int kJpegQuality = 95;
/// Texts need room; a small picture is enlarged by whole pixels for them.
constexpr int kSmallestWithTexts = 512;

MeasureScene sceneOf(const PictureFile &file, const QRect &view)
{
    const auto &geometry = file.frame->geometry();
    return {.mapping = ImageMapping(view, geometry.columns(), geometry.rows()),
            .view = view,
            .taken = file.texts ? overlayBoxes(view, *file.texts, file.font) : std::vector<QRectF>(),
            .drawn = file.drawn,
            .cross = {},
            .font = file.font};
}

QImage drawn(const PictureFile &file)
{
    Picture picture;
    picture.update(file.frame, file.display);
    picture.blacken(file.blanked);
    const auto extent = picture.extent();
    const auto longest = static_cast<int>(std::max(extent.width(), extent.height()));
    const bool hasWords = file.texts
        || std::ranges::any_of(file.drawn, [](const auto &drawn) { return !drawn.lines.isEmpty(); });
    const int factor =
        hasWords && longest > 0 ? std::max(1, (kSmallestWithTexts + longest - 1) / longest) : 1;
    QImage image((extent * factor).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::black);
    QPainter painter(&image);
    picture.paint(painter, image.rect());
    if (file.texts)
        paintOverlay(painter, image.rect(), *file.texts, file.font);
    if (!file.drawn.empty())
        paintMeasurements(painter, sceneOf(file, image.rect()));
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
