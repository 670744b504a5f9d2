#pragma once

#include "imaging/measure/measurement.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// How a measurement is followed from object to object: its id as a UID, its label (or else its id) as words.
struct Tracking
{
    QString identifier;
    QString uid;
};

Tracking trackingOf(const imaging::Measurement &measurement);

/// Tracking ID and UID (0062,0020/0021).
void putTracking(DcmItem &item, const imaging::Measurement &measurement);

/// The measurement again; nothing where it was not one of ours or is not whole.
std::optional<imaging::Measurement> trackedMeasurement(imaging::MeasurementKind kind,
                                                       const std::vector<imaging::ImagePoint> &points,
                                                       const QString &identifier,
                                                       const QString &uid);

} // namespace simiao::dicom
