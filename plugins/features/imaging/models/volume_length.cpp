#include "imaging/models/volume_length.h"

#include "core/json.h"
#include "core/try.h"

#include <array>
#include <cmath>
#include <span>

namespace simiao::viewer {

using imaging::ImageOrientation;

namespace {

const QString kFrom = QStringLiteral("from");
const QString kTo = QStringLiteral("to");
const QString kPlane = QStringLiteral("plane");
const QString kSlab = QStringLiteral("slabMm");

Error unreadable(const QString &member)
{
    return {ErrorKind::Invalid, QStringLiteral("measurement.unreadable"), member};
}

Json numberJson(double value)
{
    constexpr int kAllDigits = 17;
    return Json::Number{QString::number(value, 'g', kAllDigits)};
}

Json numbersJson(std::span<const double> values)
{
    Json::Array numbers;
    for (const auto value : values)
        numbers.append(numberJson(value));
    return numbers;
}

template <std::size_t count>
Result<std::array<double, count>> numbersFromJson(const Json &json, const QString &member)
{
    const auto &given = json.array();
    if (given.size() != qsizetype{count})
        return unreadable(member);
    std::array<double, count> numbers{};
    for (std::size_t i = 0; i < count; ++i) {
        const auto &one = given[qsizetype(i)];
        numbers[i] = one.isNumber() ? one.lexeme().toDouble() : std::nan("");
        if (!std::isfinite(numbers[i]))
            return unreadable(member);
    }
    return numbers;
}

Json toJson(const VolumeLength &length)
{
    const auto &row = length.plane.alongRow;
    const auto &column = length.plane.alongColumn;
    const std::array cosines{row[0], row[1], row[2], column[0], column[1], column[2]};
    return Json::Object{{kFrom, numbersJson(length.from)},
                        {kTo, numbersJson(length.to)},
                        {kPlane, numbersJson(cosines)},
                        {kSlab, numberJson(length.slabMm)}};
}

Result<VolumeLength> lengthFromJson(const Json &json)
{
    VolumeLength length;
    TRY(length.from, numbersFromJson<3>(json[kFrom], kFrom));
    TRY(length.to, numbersFromJson<3>(json[kTo], kTo));
    TRY(const auto cosines, numbersFromJson<6>(json[kPlane], kPlane));
    const auto plane = ImageOrientation::fromCosines(cosines);
    if (!plane)
        return unreadable(kPlane);
    length.plane = *plane;
    const auto &slab = json[kSlab];
    length.slabMm = slab.isNumber() ? slab.lexeme().toDouble() : -1;
    return length.slabMm >= 0 && std::isfinite(length.slabMm) ? Result<VolumeLength>(length)
                                                              : unreadable(kSlab);
}

} // namespace

QString toText(const std::vector<VolumeLength> &lengths)
{
    if (lengths.empty())
        return {};
    Json::Array all;
    for (const auto &length : lengths)
        all.append(toJson(length));
    return QString::fromUtf8(Json(all).canonical());
}

Result<std::vector<VolumeLength>> volumeLengthsFromText(const QString &text)
{
    std::vector<VolumeLength> lengths;
    if (text.isEmpty())
        return lengths;
    TRY(const auto json, Json::parse(text.toUtf8()));
    if (!json.isArray())
        return unreadable(QString());
    for (const auto &one : json.array()) {
        TRY(const auto length, lengthFromJson(one));
        lengths.push_back(length);
    }
    return lengths;
}

} // namespace simiao::viewer
