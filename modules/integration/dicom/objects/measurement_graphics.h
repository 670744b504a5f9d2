#pragma once

#include "imaging/measure/measurement.h"

#include <optional>

namespace simiao::dicom {

/// A figure of a measurement in the words that annotations (GSPS) and coordinates (SCOORD) share.
struct Figure
{
    QString type; ///< POINT, POLYLINE, ELLIPSE
    std::vector<imaging::ImagePoint> points;
};

/// The figures of a measurement, in the order in which measurementOf() takes them back.
std::vector<Figure> figuresOf(const imaging::Measurement &measurement);

/// The points of a measurement of `kind`; nothing where the figures are not those of such a one.
std::optional<std::vector<imaging::ImagePoint>> pointsOf(imaging::MeasurementKind kind,
                                                         const std::vector<Figure> &figures);

} // namespace simiao::dicom
