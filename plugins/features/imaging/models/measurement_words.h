#pragma once

#include "imaging/frame.h"
#include "imaging/measure/measurement.h"

#include <QStringList>

namespace simiao::viewer {

/// "Length", "Cobb angle" … in the interface's language.
QString kindName(imaging::MeasurementKind kind);

/// What stands beside a measurement: what the person wrote, the values with unit, and the ground they stand on. Each length and
/// area says its basis, or why it is not in millimetres.
QStringList measurementLines(const imaging::Measurement &measurement, const imaging::Frame &frame);

/// For a screen reader: "Length: 23.4 mm, pixel spacing".
QString spokenMeasurement(const imaging::Measurement &measurement, const QStringList &lines);

} // namespace simiao::viewer
