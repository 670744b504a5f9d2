#pragma once

#include <QRectF>

#include <vector>

namespace simiao::viewer {

/// A label that looks for a place.
struct LabelRequest
{
    QRectF shape; ///< what must stay in sight
    QSizeF size;
};

/// A place for each label, in their order: beside its shape, within `view`, off the `taken` places, off all shapes and off the
/// other labels; the smallest shape chooses first. Where there is no such place, the one that covers least.
std::vector<QRectF> placeLabels(const std::vector<LabelRequest> &requests,
                                const QRectF &view,
                                const std::vector<QRectF> &taken);

} // namespace simiao::viewer
