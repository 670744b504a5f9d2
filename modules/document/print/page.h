#pragma once

#include "domain/administration/desk_device.h"

#include <QImage>
#include <QPageLayout>
#include <QPointF>
#include <QSizeF>

#include <functional>

class QPainter;

namespace simiao::document {

/// The paper of one page, and where on it printing begins.
struct PageSetup
{
    QSizeF paperMm;        ///< as fed: across the printer, then along it
    QPointF offsetMm = {}; ///< everything is moved so much right and down, as one reads the page
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    int copies = 1;

    /// Width and height as one reads the page.
    QSizeF contentMm() const;
};

PageSetup pageSetupOf(const administration::DeskDevice &device);

/// The setup in Qt's words: the whole paper, without margins.
QPageLayout pageLayout(const PageSetup &setup);

/// Paints one page. One unit is a millimetre; (0, 0) is the paper's top left corner moved by the offset. It holds all it
/// needs: it may run on another thread.
using PagePaint = std::function<void(QPainter &painter)>;

/// Runs `paint` on a device with so many dots a millimetre across and down.
void paintPage(QPainter &painter, const PageSetup &setup, const PagePaint &paint, QSizeF dotsPerMm);

/// The page on white paper. Null when the paper has no size. \thread any
QImage pageImage(const PageSetup &setup, const PagePaint &paint, double dotsPerMm);

} // namespace simiao::document
