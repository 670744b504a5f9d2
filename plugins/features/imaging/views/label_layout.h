#pragma once

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace simiao::viewer {

/// A label that looks for a place.
struct LabelRequest
{
    QRectF shape; ///< what must stay in sight
    QSizeF size;
    std::optional<QPointF> centre = {}; ///< where somebody wants it
};

/// The words of a measurement where they are seen.
struct LabelPlace
{
    QString id; ///< of the measurement
    QRectF box;
};

/// A place for each label, in their order: beside its shape, within `view`, off the `taken` places, off all shapes and off the
/// other labels; the smallest shape chooses first. Where there is no such place, the one that covers least. A label that somebody
/// put somewhere stands there, as far as it is within `view`, and the others keep off it.
std::vector<QRectF> placeLabels(const std::vector<LabelRequest> &requests,
                                const QRectF &view,
                                const std::vector<QRectF> &taken);

} // namespace simiao::viewer
