#pragma once

#include "document/print/page.h"

#include <array>
#include <vector>

namespace simiao::document {

/// What a test page says of itself.
struct TestPage
{
    administration::DeskDevice device;
    QString printed; ///< date and time at the workstation
    QString program; ///< name and version
    QString mark;    ///< whose data the profile holds, where they are not real; else empty
};

/// Where things stand on a test page, in millimetres.
struct TestPageLayout
{
    int insetMm = 0; ///< of the frame from each edge, whole millimetres
    QRectF frame;
    QRectF texts;
    QRectF bars;
};

TestPageLayout testPageLayout(QSizeF contentMm);

/// Widths of the bars, which a scanner or a magnifier tells apart if the printer does.
inline constexpr std::array kBarWidthsMm{0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1.0};

/// Three bars of each width, as many as fit; gaps are as wide as the bars beside them.
std::vector<QRectF> testBars(const TestPageLayout &layout);

/// A ruler along each edge that counts from the paper's edge, a frame, what is set up, a line in both scripts, and bars of
/// known widths. Where the frame is not `insetMm` from the paper's edge, the offset is wrong by the difference. Pure.
void paintTestPage(QPainter &painter, const TestPage &page);

/// The same as a PagePaint.
PagePaint paintOf(TestPage page);

} // namespace simiao::document
