#include "imaging/views/drawn_measurements.h"

#include "imaging/models/measurement_words.h"

namespace simiao::viewer {

std::vector<DrawnMeasurement> drawnMeasurements(const std::vector<imaging::Measurement> &measurements,
                                                const imaging::Frame &frame,
                                                bool hasValues)
{
    std::vector<DrawnMeasurement> drawn;
    for (const auto &measurement : measurements) {
        const bool isWords = measurement.kind == imaging::MeasurementKind::Text;
        if (imaging::isComplete(measurement) && (hasValues || !isWords))
            drawn.push_back({measurement, hasValues ? measurementLines(measurement, frame) : QStringList()});
    }
    return drawn;
}

} // namespace simiao::viewer
