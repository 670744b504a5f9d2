#include "imaging/measure/measurement_json.h"

#include "core/try.h"

#include <algorithm>

namespace simiao::imaging {

namespace {

const QString kId = QStringLiteral("id");
const QString kKind = QStringLiteral("kind");
const QString kLabel = QStringLiteral("label");
const QString kLabelAt = QStringLiteral("labelAt");
const QString kPoints = QStringLiteral("points");

Error unreadable(const QString &member)
{
    return {ErrorKind::Invalid, QStringLiteral("measurement.unreadable"), member};
}

Json numberJson(double value)
{
    constexpr int kAllDigits = 17;
    return Json::Number{QString::number(value, 'g', kAllDigits)};
}

Json pointJson(const ImagePoint &point)
{
    return Json::Array{numberJson(point.column), numberJson(point.row)};
}

Result<ImagePoint> pointFromJson(const Json &json, const QString &member)
{
    const auto &pair = json.array();
    if (pair.size() != 2 || !pair[0].isNumber() || !pair[1].isNumber())
        return unreadable(member);
    return ImagePoint{pair[0].lexeme().toDouble(), pair[1].lexeme().toDouble()};
}

} // namespace

Json toJson(const Measurement &measurement)
{
    Json::Array points;
    for (const auto &point : measurement.points)
        points.append(pointJson(point));
    Json object = Json::Object{{kId, measurement.id},
                               {kKind, kindCode(measurement.kind)},
                               {kLabel, measurement.label},
                               {kPoints, points}};
    if (measurement.labelAt)
        object.insert(kLabelAt, pointJson(*measurement.labelAt));
    return object;
}

Result<Measurement> measurementFromJson(const Json &json)
{
    const auto kind = std::ranges::find(allKinds(), json[kKind].toString(), kindCode);
    if (kind == allKinds().end())
        return unreadable(kKind);
    Measurement measurement{json[kId].toString(), *kind, {}, json[kLabel].toString()};
    if (measurement.id.isEmpty())
        return unreadable(kId);
    for (const auto &pair : json[kPoints].array()) {
        TRY(const auto point, pointFromJson(pair, kPoints));
        measurement.points.push_back(point);
    }
    if (const auto &place = json[kLabelAt]; !place.isNull()) {
        TRY(measurement.labelAt, pointFromJson(place, kLabelAt));
    }
    return isComplete(measurement) ? Result<Measurement>(measurement) : unreadable(kPoints);
}

QString toText(const std::vector<Measurement> &measurements)
{
    if (measurements.empty())
        return {};
    Json::Array all;
    for (const auto &measurement : measurements)
        all.append(toJson(measurement));
    return QString::fromUtf8(Json(all).canonical());
}

Result<std::vector<Measurement>> measurementsFromText(const QString &text)
{
    std::vector<Measurement> measurements;
    if (text.isEmpty())
        return measurements;
    TRY(const auto json, Json::parse(text.toUtf8()));
    if (!json.isArray())
        return unreadable(QString());
    for (const auto &one : json.array()) {
        TRY(const auto measurement, measurementFromJson(one));
        measurements.push_back(measurement);
    }
    return measurements;
}

} // namespace simiao::imaging
