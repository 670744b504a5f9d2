#include "imaging/models/measurement_words.h"

#include "imaging/measure/roi_statistics.h"
#include "imaging/models/segment_words.h"
#include "sdk/desk.h"

#include <QCoreApplication>

#include <functional>

namespace simiao::viewer {

using namespace imaging;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Measure)
};

QString basisText(LengthBasis basis)
{
    switch (basis) {
    case LengthBasis::Pixels: return {};
    case LengthBasis::PixelSpacing: return Words::tr("by pixel spacing");
    case LengthBasis::PlaneUnknown: return Words::tr("by pixel spacing, unknown whether at detector");
    case LengthBasis::Calibrated: return Words::tr("calibrated");
    case LengthBasis::Geometry: return Words::tr("calibrated (geometry)");
    case LengthBasis::Fiducial: return Words::tr("calibrated (fiducial)");
    case LengthBasis::Estimated: return Words::tr("estimated");
    case LengthBasis::Detector: return Words::tr("at detector");
    case LengthBasis::Film: return Words::tr("on film");
    case LengthBasis::Region: return Words::tr("by ultrasound region");
    }
    return {};
}

QString whyText(NoMillimetres why)
{
    switch (why) {
    case NoMillimetres::NoSpacing: return Words::tr("not in mm: the image states no spacing");
    case NoMillimetres::OutsideRegions: return Words::tr("not in mm: outside the calibrated regions");
    case NoMillimetres::LeavesRegion: return Words::tr("it leaves its ultrasound region");
    case NoMillimetres::NoLengthAxis: return Words::tr("this region shows no distances");
    case NoMillimetres::CrossesItself: return Words::tr("the outline crosses itself");
    }
    return {};
}

QString groundText(const MeasuredSize &size)
{
    return size.why ? whyText(*size.why) : basisText(size.basis);
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals).replace(u'-', QChar(0x2212)); // a minus, no hyphen
}

QString lengthText(const MeasuredSize &size)
{
    if (!size.value)
        return Words::tr("no length");
    return number(*size.value, size.decimals) + QLatin1String(size.isMillimetres() ? " mm" : " px");
}

QString areaText(const MeasuredSize &size)
{
    if (!size.value)
        return Words::tr("no area");
    const auto value = number(*size.value, size.decimals)
        + (size.isMillimetres() ? QStringLiteral(" mm²") : QStringLiteral(" px²"));
    return Words::tr("Area %1").arg(value);
}

QStringList angleLines(const MeasuredAngle &angle)
{
    const auto value =
        angle.degrees ? number(*angle.degrees, angle.decimals) + QChar(0xB0) : Words::tr("no angle");
    if (!angle.why)
        return {value};
    return {value,
            *angle.why <= NoMillimetres::OutsideRegions ? Words::tr("pixels taken as square")
                                                        : whyText(*angle.why)};
}

QStringList bidirectionalLines(const TwoLengths &both)
{
    if (!both.longer.value)
        return {lengthText(both.longer), groundText(both.longer)};
    const auto first = number(*both.longer.value, both.longer.decimals);
    return {first + QStringLiteral(" × ") + lengthText(both.shorter), groundText(both.longer)};
}

QString valueText(const FrameFacts &facts, double value, int extraDecimals)
{
    constexpr int kSignificant = 4;
    const auto decimals = valueDecimals(facts);
    return decimals ? number(value, *decimals + extraDecimals)
                    : QString::number(value, 'g', kSignificant).replace(u'-', QChar(0x2212));
}

QString withUnit(const QString &value, const FrameFacts &facts)
{
    const auto &unit = facts.modality.unit;
    if (unit == QLatin1String("relative")) // Dose Units (3004,0002)
        return Words::tr("%1 relative", "dose without a unit").arg(value);
    return unit.isEmpty() ? value : value + u' ' + unit;
}

/// What PET values are as SUV by body weight, or why they are none; nothing for other images.
QStringList suvLines(const FrameFacts &facts, const std::function<QString(double perUnit)> &words)
{
    if (!facts.pet)
        return {};
    const auto perUnit = suvPerUnit(*facts.pet);
    return {perUnit ? words(*perUnit) : sdk::errorText(perUnit.error())};
}

QString suvText(double value)
{
    constexpr int kDecimals = 2; // of a value around 1 to 20
    return number(value, kDecimals);
}

QString countText(const RoiStatistics &found)
{
    const auto pixels = Words::tr("%1 pixels", "of a region").arg(found.pixels);
    return found.padding > 0 ? Words::tr("%1, %2 of padding left out").arg(pixels).arg(found.padding)
                             : pixels;
}

QStringList statisticsLines(const Frame &frame, const Measurement &region)
{
    if (!frame.isGrey())
        return {Words::tr("colour: no values")};
    const auto found = roiStatistics(frame, region);
    const auto &facts = frame.facts();
    if (found.pixels == 0)
        return {found.padding > 0 ? Words::tr("only padding inside") : Words::tr("no pixel inside")};
    auto mean = Words::tr("Mean %1").arg(withUnit(valueText(facts, found.mean, 1), facts));
    if (found.deviation)
        mean += Words::tr(", ", "between values")
            + Words::tr("SD %1").arg(withUnit(valueText(facts, *found.deviation, 1), facts));
    const auto range = Words::tr("Min %1, Max %2")
                           .arg(valueText(facts, found.lowest, 0), valueText(facts, found.highest, 0));
    const auto suv = suvLines(facts, [&found](double perUnit) {
        return Words::tr("SUV (body weight) mean %1, max %2")
            .arg(suvText(found.mean * perUnit), suvText(found.highest * perUnit));
    });
    return QStringList{mean, range} + suv + QStringList{countText(found)};
}

QStringList regionLines(const Frame &frame, const Measurement &region)
{
    const auto area = areaOf(scaleOf(frame.facts()), region);
    return statisticsLines(frame, region) + QStringList{areaText(area), groundText(area)};
}

QStringList probeLines(const Frame &frame, const Measurement &measurement)
{
    const auto found = probe(frame, measurement.points.front());
    if (!found.isInside)
        return {Words::tr("outside the picture")};
    const auto place = Words::tr("column %1, row %2").arg(found.column + 1).arg(found.row + 1);
    if (!frame.isGrey())
        return {Words::tr("colour: no values"), place};
    if (!found.value)
        return {Words::tr("no value here"), place};
    const auto suv = suvLines(frame.facts(), [&found](double perUnit) {
        return Words::tr("SUV (body weight) %1").arg(suvText(*found.value * perUnit));
    });
    const auto &segmentation = frame.facts().segmentation;
    const auto segment = segmentation ? segmentAt(*segmentation, *found.value) : QString();
    return QStringList{withUnit(valueText(frame.facts(), *found.value, 0), frame.facts())} + suv
        + QStringList{segment, place};
}

QStringList valueLines(const Measurement &measurement, const Frame &frame)
{
    const auto scale = scaleOf(frame.facts());
    const auto &points = measurement.points;
    switch (measurement.kind) {
    case MeasurementKind::Length: {
        const auto length = lengthBetween(scale, points[0], points[1]);
        return {lengthText(length), groundText(length)};
    }
    case MeasurementKind::Angle: return angleLines(angleAt(scale, points[0], points[1], points[2]));
    case MeasurementKind::Cobb: return angleLines(cobbAngle(scale, points));
    case MeasurementKind::Bidirectional: return bidirectionalLines(bidirectional(scale, points));
    case MeasurementKind::Ellipse:
    case MeasurementKind::Rectangle:
    case MeasurementKind::Polygon: return regionLines(frame, measurement);
    case MeasurementKind::Probe: return probeLines(frame, measurement);
    case MeasurementKind::Arrow:
    case MeasurementKind::Text: return {};
    }
    return {};
}

} // namespace

QString kindName(MeasurementKind kind)
{
    switch (kind) {
    case MeasurementKind::Length: return Words::tr("Length");
    case MeasurementKind::Angle: return Words::tr("Angle");
    case MeasurementKind::Cobb: return Words::tr("Cobb angle");
    case MeasurementKind::Bidirectional: return Words::tr("Two diameters");
    case MeasurementKind::Ellipse: return Words::tr("Ellipse");
    case MeasurementKind::Rectangle: return Words::tr("Rectangle");
    case MeasurementKind::Polygon: return Words::tr("Polygon");
    case MeasurementKind::Probe: return Words::tr("Value");
    case MeasurementKind::Arrow: return Words::tr("Arrow");
    case MeasurementKind::Text: return Words::tr("Text");
    }
    return {};
}

QStringList measurementLines(const Measurement &measurement, const Frame &frame)
{
    auto lines = QStringList{measurement.label} + valueLines(measurement, frame);
    lines.removeAll(QString());
    return lines;
}

QString spokenMeasurement(const Measurement &measurement, const QStringList &lines)
{
    const auto name = kindName(measurement.kind);
    return lines.isEmpty() ? name
                           : Words::tr("%1: %2", "a measurement and its values")
                                 .arg(name, lines.join(Words::tr(", ", "between values")));
}

} // namespace simiao::viewer
