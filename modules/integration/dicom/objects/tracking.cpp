#include "integration/dicom/objects/tracking.h"

#include "integration/dicom/objects/writing.h"
#include "integration/dicom/uid.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace imaging;

Tracking trackingOf(const Measurement &measurement)
{
    const auto uid = uidOfUuid(measurement.id);
    return {.identifier = measurement.label.isEmpty() ? measurement.id : measurement.label,
            .uid = uid.isEmpty() ? derivedUid(measurement.id, QStringLiteral("measurement")) : uid};
}

void putTracking(DcmItem &item, const Measurement &measurement)
{
    const auto tracking = trackingOf(measurement);
    put(item, DCM_TrackingID, tracking.identifier);
    put(item, DCM_TrackingUID, tracking.uid);
}

std::optional<Measurement> trackedMeasurement(MeasurementKind kind,
                                              const std::vector<ImagePoint> &points,
                                              const QString &identifier,
                                              const QString &uid)
{
    Measurement measurement{uuidOfUid(uid), kind, points, {}};
    if (identifier != measurement.id)
        measurement.label = identifier;
    return measurement.id.isEmpty() || !isComplete(measurement) ? std::nullopt : std::optional(measurement);
}

} // namespace simiao::dicom
