#include "imaging/views/picture.h"

#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

/// The pixels of `frame` in memory that the image owns.
QImage rendered(const imaging::Frame &frame, const imaging::GreyDisplay &display)
{
    auto pixels = std::make_unique<std::vector<std::uint8_t>>(imaging::render(frame, display));
    const auto &geometry = frame.geometry();
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

double pixelAspect(const imaging::PixelSpacing &spacing)
{
    return spacing.isMillimetres() ? spacing.rowMm / spacing.columnMm : 1;
}

} // namespace

void Picture::update(const std::shared_ptr<const imaging::Frame> &frame, const imaging::GreyDisplay &display)
{
    if (frame == m_frame && display == m_display)
        return;
    m_frame = frame;
    m_display = display;
    m_image = frame ? rendered(*frame, display) : QImage();
    m_reduced = {};
}

QSizeF Picture::extent() const
{
    const double rowHeight = m_frame ? pixelAspect(m_frame->facts().spacing) : 1;
    return {static_cast<double>(m_image.width()), m_image.height() * rowHeight};
}

/// QPainter samples single pixels; below half size that loses fine lines, so squares of pixels are averaged
/// first. Rows and columns that fill no square are left out, less than a pixel of the screen.
void Picture::paintReduced(QPainter &painter, const QRectF &target, int factor)
{
    if (m_reduced.isNull() || m_factor != factor) {
        m_reduced = averaged(m_image, factor);
        m_factor = factor;
    }
    const double covered = factor;
    const QSizeF part(m_reduced.width() * covered / m_image.width(),
                      m_reduced.height() * covered / m_image.height());
    const QSizeF size(target.width() * part.width(), target.height() * part.height());
    painter.drawImage(QRectF(target.topLeft(), size), m_reduced);
}

void Picture::paint(QPainter &painter, const QRectF &target)
{
    const auto pixels = target.size() * painter.device()->devicePixelRatioF();
    const double smallest = std::min(m_image.width() / pixels.width(), m_image.height() / pixels.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (smallest >= 2)
        paintReduced(painter, target, static_cast<int>(std::min<double>(smallest, m_image.width())));
    else
        painter.drawImage(target, m_image);
}

} // namespace simiao::viewer
