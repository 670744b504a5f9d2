#include "document/print/page.h"

#include <QPainter>

namespace simiao::document {

using administration::DeskDevice;
using administration::PaperOrientation;

namespace {

constexpr double kTenth = 10.0;

} // namespace

QSizeF PageSetup::contentMm() const
{
    return orientation == QPageLayout::Landscape ? paperMm.transposed() : paperMm;
}

PageSetup pageSetupOf(const DeskDevice &device)
{
    return {{device.paperWidthTenthMm / kTenth, device.paperHeightTenthMm / kTenth},
            {device.offsetXTenthMm / kTenth, device.offsetYTenthMm / kTenth},
            device.orientation == PaperOrientation::Landscape ? QPageLayout::Landscape
                                                              : QPageLayout::Portrait,
            device.copies};
}

QPageLayout pageLayout(const PageSetup &setup)
{
    QPageLayout layout(QPageSize(setup.paperMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                       setup.orientation, {}, QPageLayout::Millimeter);
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

void paintPage(QPainter &painter, const PageSetup &setup, const PagePaint &paint, QSizeF dotsPerMm)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(dotsPerMm.width(), dotsPerMm.height());
    painter.translate(setup.offsetMm);
    paint(painter);
    painter.restore();
}

QImage pageImage(const PageSetup &setup, const PagePaint &paint, double dotsPerMm)
{
    const QSize dots = (setup.contentMm() * dotsPerMm).toSize();
    if (dots.isEmpty())
        return {};
    QImage image(dots, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(painter, setup, paint, {dotsPerMm, dotsPerMm});
    return image;
}

} // namespace simiao::document
