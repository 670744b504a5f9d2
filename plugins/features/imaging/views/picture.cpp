#include "imaging/views/picture.h"

#include "imaging/screen_scale.h"
#include "imaging/views/image_mapping.h"

#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

/// What the modality wants to be seen.
PictureFraming ownFraming(const imaging::FrameFacts &facts)
{
    return {{.shapes = facts.shutter.value_or(imaging::Shutter{})}, facts.displayAspect()};
}

/// The pixels of `frame` in memory that the image owns.
QImage rendered(const imaging::Frame &frame,
                const imaging::GreyDisplay &display,
                const std::optional<PictureFraming> &framing)
{
    auto pixels = std::make_unique<std::vector<std::uint8_t>>(imaging::render(frame, display));
    const auto &geometry = frame.geometry();
    const auto shown = framing.value_or(ownFraming(frame.facts()));
    imaging::applyShutter(shown.shutter, geometry.columns(), geometry.rows(), geometry.samplesPerPixel(),
                          shown.pixelAspect, *pixels);
    const auto format = frame.isGrey() ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    const auto *bits = pixels->data();
    const auto release = [](void *owned) { delete static_cast<std::vector<std::uint8_t> *>(owned); };
    return {bits,
            geometry.columns(),
            geometry.rows(),
            qsizetype{geometry.columns()} * geometry.samplesPerPixel(),
            format,
            release,
            pixels.release()};
}

/// Quarters and mirrors alone move pixels and make no new ones.
QImage turned(const QImage &image, const imaging::Turn &turn)
{
    constexpr int kQuarter = 90;
    const auto upright =
        turn.quarters == 0 ? image : image.transformed(QTransform().rotate(turn.quarters * kQuarter));
    return turn.isMirrored ? upright.mirrored(true, false) : upright;
}

/// Adds each sample of a line to the sum of the square it lies in.
void addLine(const uchar *line, int channels, int factor, std::vector<std::uint32_t> &sums)
{
    for (std::size_t out = 0; out < sums.size(); out += static_cast<std::size_t>(channels)) {
        for (int i = 0; i < factor; ++i) {
            for (int channel = 0; channel < channels; ++channel)
                sums[out + static_cast<std::size_t>(channel)] += *line++;
        }
    }
}

/// The mean of each square of `factor` x `factor` pixels.
QImage averaged(const QImage &image, int factor)
{
    const int channels = image.format() == QImage::Format_Grayscale8 ? 1 : 3;
    QImage small(image.width() / factor, std::max(1, image.height() / factor), image.format());
    std::vector<std::uint32_t> sums(static_cast<std::size_t>(small.width() * channels));
    const int lines = std::min(factor, image.height());
    const auto area = static_cast<std::uint32_t>(factor * lines);
    for (int row = 0; row < small.height(); ++row) {
        std::ranges::fill(sums, 0U);
        for (int line = 0; line < lines; ++line)
            addLine(image.constScanLine(row * factor + line), channels, factor, sums);
        std::ranges::transform(sums, small.scanLine(row), [area](std::uint32_t sum) {
            return static_cast<uchar>((sum + area / 2) / area);
        });
    }
    return small;
}

/// \param size  of the unreduced picture along this edge
imaging::ScreenAxis axisOf(double begin, double length, int part, int size, int factor)
{
    const double step = size / length / factor;
    return {(part - begin) * step, step};
}

/// The pixels of `part` of a screen on which the whole picture fills `target`.
QImage onScreen(const QImage &grey, const QSize &size, const QRectF &target, const QRect &part, int factor)
{
    QImage screen(part.size(), QImage::Format_RGB32);
    const imaging::GreyView picture{grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine()};
    imaging::paintScaled(picture, axisOf(target.left(), target.width(), part.left(), size.width(), factor),
                         axisOf(target.top(), target.height(), part.top(), size.height(), factor),
                         {reinterpret_cast<std::uint32_t *>(screen.bits()), screen.width(), screen.height(),
                          screen.bytesPerLine() / 4});
    return screen;
}

} // namespace

void Picture::update(const std::shared_ptr<const imaging::Frame> &frame,
                     const imaging::GreyDisplay &display,
                     const imaging::Turn &turn,
                     const std::optional<PictureFraming> &framing)
{
    if (frame == m_frame && display == m_display && turn == m_turn && framing == m_framing)
        return;
    m_frame = frame;
    m_display = display;
    m_turn = turn;
    m_framing = framing;
    m_image = frame ? rendered(*frame, display, framing) : QImage();
    m_image = turned(m_image, turn);
    m_reduced = {};
    m_screen = {};
}

/// Before it is scaled: no pixel of the screen may have anything of what lies below.
void Picture::blacken(const std::vector<QRect> &parts)
{
    if (parts.empty() || !m_frame)
        return;
    const auto &geometry = m_frame->geometry();
    const ImageMapping mapping(m_image.rect(), geometry.columns(), geometry.rows(), m_turn);
    constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel
    QPainter painter(&m_image);
    for (const auto &part : parts) {
        const QRectF turned(mapping.toView({part.left() - kHalf, part.top() - kHalf}),
                            mapping.toView({part.right() + kHalf, part.bottom() + kHalf}));
        painter.fillRect(turned.normalized().toRect(), Qt::black);
    }
    painter.end();
    m_reduced = {};
    m_screen = {};
}

void Picture::showLike(const Picture &other)
{
    if (m_image.cacheKey() == other.m_image.cacheKey())
        return;
    m_frame = other.m_frame;
    m_display = other.m_display;
    m_turn = other.m_turn;
    m_framing = other.m_framing;
    m_image = other.m_image;
    m_reduced = {};
    m_screen = {};
}

QSizeF Picture::extent() const
{
    const double ownHeight = m_frame ? m_frame->facts().displayAspect() : 1;
    const double rowHeight = m_framing ? m_framing->pixelAspect : ownHeight;
    return m_turn.swapsEdges() ? QSizeF(m_image.width() * rowHeight, m_image.height())
                               : QSizeF(m_image.width(), m_image.height() * rowHeight);
}

/// Between pixels of the screen single pixels of the picture are sampled; below half size that loses fine lines, so squares of
/// pixels are averaged first. Rows and columns that fill no square are left out, less than a pixel of the screen.
const QImage &Picture::reduced(int factor)
{
    if (factor > 1 && (m_reduced.isNull() || m_factor != factor))
        m_reduced = averaged(m_image, factor);
    m_factor = factor;
    return factor > 1 ? m_reduced : m_image;
}

void Picture::paint(QPainter &painter, const QRectF &target, const QRectF &part)
{
    const auto pixels = target.size() * painter.device()->devicePixelRatioF();
    const double smallest = std::min(m_image.width() / pixels.width(), m_image.height() / pixels.height());
    const int factor = smallest >= 2 ? static_cast<int>(std::min<double>(smallest, m_image.width())) : 1;
    if (m_image.format() == QImage::Format_Grayscale8)
        paintGrey(painter, target, part.isEmpty() ? QRectF(painter.window()) : part, factor);
    else
        paintColour(painter, target, factor);
}

void Picture::paintColour(QPainter &painter, const QRectF &target, int factor)
{
    const auto &image = reduced(factor);
    const QSizeF part(double(image.width()) * factor / m_image.width(),
                      double(image.height()) * factor / m_image.height());
    const QSizeF size(target.width() * part.width(), target.height() * part.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(target.topLeft(), size), image);
}

/// Made for the pixels of the screen it is shown on, and drawn as it is: QPainter's own way takes five times as long.
void Picture::paintGrey(QPainter &painter, const QRectF &target, const QRectF &within, int factor)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QRectF inPixels(target.topLeft() * ratio, target.size() * ratio);
    const QRectF view(within.topLeft() * ratio, within.size() * ratio);
    const QRect part = inPixels.intersected(view).toAlignedRect();
    if (part.isEmpty())
        return;
    if (m_screenPart != part || m_screenTarget != inPixels || m_screen.isNull()) {
        m_screen = onScreen(reduced(factor), m_image.size(), inPixels, part, factor);
        m_screenPart = part;
        m_screenTarget = inPixels;
    }
    m_screen.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(part.topLeft()) / ratio, m_screen);
}

} // namespace simiao::viewer
