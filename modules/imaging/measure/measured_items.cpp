#include "imaging/measure/measured_items.h"

#include "imaging/measure/roi_statistics.h"

namespace simiao::imaging {

namespace {

using Items = std::vector<MeasuredItem>;

MeasuredItem sizeItem(MeasuredQuantity quantity, const MeasuredSize &size, bool isArea)
{
    const auto mm = isArea ? QStringLiteral("mm2") : QStringLiteral("mm");
    const auto px = isArea ? QStringLiteral("{square_pixels}") : QStringLiteral("{pixels}");
    return {.quantity = quantity,
            .value = size.value,
            .unit = size.why ? px : mm,
            .decimals = size.decimals,
            .basis = size.basis,
            .why = size.why};
}

MeasuredItem angleItem(MeasuredQuantity quantity, const MeasuredAngle &angle)
{
    return {.quantity = quantity,
            .value = angle.degrees,
            .unit = QStringLiteral("deg"),
            .decimals = angle.decimals,
            .why = angle.why};
}

/// Rescale Type and PET units to UCUM, as PS3.16 writes them: Hounsfield units have a code of their own, words that are no unit
/// become annotations.
QString valueUnit(const FrameFacts &facts)
{
    const auto &unit = facts.modality.unit;
    if (unit == QLatin1String("HU"))
        return QStringLiteral("[hnsf'U]");
    if (unit == QLatin1String("Gy") || unit == QLatin1String("Bq/ml") || unit == QLatin1String("g/ml"))
        return unit;
    return unit.isEmpty() ? QStringLiteral("1") : u'{' + unit + u'}';
}

MeasuredItem valueItem(MeasuredQuantity quantity, std::optional<double> value, const Frame &frame, int more)
{
    constexpr int kUnknownStep = 4;
    return {.quantity = quantity,
            .value = value,
            .unit = valueUnit(frame.facts()),
            .decimals = valueDecimals(frame.facts()).value_or(kUnknownStep) + more};
}

Items regionItems(const Measurement &region, const Frame &frame)
{
    Items items{sizeItem(MeasuredQuantity::Area, areaOf(scaleOf(frame.facts()), region), true)};
    if (!frame.isGrey())
        return items;
    const auto found = roiStatistics(frame, region);
    const auto known = [&](double value) { return found.pixels > 0 ? std::optional(value) : std::nullopt; };
    items.push_back(valueItem(MeasuredQuantity::Mean, known(found.mean), frame, 1));
    if (found.deviation)
        items.push_back(valueItem(MeasuredQuantity::StandardDeviation, found.deviation, frame, 1));
    items.push_back(valueItem(MeasuredQuantity::Minimum, known(found.lowest), frame, 0));
    items.push_back(valueItem(MeasuredQuantity::Maximum, known(found.highest), frame, 0));
    return items;
}

Items probeItems(const Measurement &measurement, const Frame &frame)
{
    if (!frame.isGrey())
        return {};
    return {valueItem(MeasuredQuantity::Value, probe(frame, measurement.points.front()).value, frame, 0)};
}

Items axisItems(const TwoLengths &both)
{
    return {sizeItem(MeasuredQuantity::LongAxis, both.longer, false),
            sizeItem(MeasuredQuantity::ShortAxis, both.shorter, false)};
}

} // namespace

std::vector<MeasuredItem> measuredItems(const Measurement &measurement, const Frame &frame)
{
    const auto scale = scaleOf(frame.facts());
    const auto &points = measurement.points;
    switch (measurement.kind) {
    case MeasurementKind::Length:
        return {sizeItem(MeasuredQuantity::Length, lengthBetween(scale, points[0], points[1]), false)};
    case MeasurementKind::Angle:
        return {angleItem(MeasuredQuantity::Angle, angleAt(scale, points[0], points[1], points[2]))};
    case MeasurementKind::Cobb: return {angleItem(MeasuredQuantity::CobbAngle, cobbAngle(scale, points))};
    case MeasurementKind::Bidirectional: return axisItems(bidirectional(scale, points));
    case MeasurementKind::Ellipse:
    case MeasurementKind::Rectangle:
    case MeasurementKind::Polygon: return regionItems(measurement, frame);
    case MeasurementKind::Probe: return probeItems(measurement, frame);
    case MeasurementKind::Arrow:
    case MeasurementKind::Text: return {};
    }
    return {};
}

} // namespace simiao::imaging
