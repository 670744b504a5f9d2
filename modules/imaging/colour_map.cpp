#include "imaging/colour_map.h"

#include "core/json.h"
#include "core/try.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace simiao::imaging {

using namespace Qt::StringLiterals;

namespace {

struct Point
{
    double at = 0;
    ColourMap::Rgb colour = {};
};

Error refused(const QString &place)
{
    return {.kind = ErrorKind::Invalid, .code = u"imaging.colour-map"_s, .detail = place};
}

Result<Point> pointOf(const Json &json, const QString &place)
{
    constexpr qint64 kMost = 255;
    bool isNumber = false;
    Point point{.at = json[u"at"_s].lexeme().toDouble(&isNumber)};
    const auto &rgb = json[u"rgb"_s].array();
    if (!isNumber || rgb.size() != qsizetype(point.colour.size()))
        return refused(place);
    for (std::size_t i = 0; i < point.colour.size(); ++i) {
        const auto value = rgb[qsizetype(i)].isNumber() ? rgb[qsizetype(i)].toInteger() : -1;
        if (value < 0 || value > kMost)
            return refused(place + u"/rgb/%1"_s.arg(i));
        point.colour[i] = std::uint8_t(value);
    }
    return point;
}

Result<std::vector<Point>> pointsOf(const Json &json)
{
    std::vector<Point> points;
    const auto &listed = json[u"points"_s].array();
    for (qsizetype i = 0; i < listed.size(); ++i) {
        const auto place = u"/points/%1"_s.arg(i);
        TRY(const auto point, pointOf(listed[i], place));
        if (!points.empty() && point.at <= points.back().at)
            return refused(place + u"/at"_s);
        points.push_back(point);
    }
    if (points.size() < 2 || points.front().at != 0 || points.back().at != 1)
        return refused(u"/points"_s);
    return points;
}

ColourMap::Rgb between(const std::vector<Point> &points, double at)
{
    const auto upper = std::ranges::find_if(points.begin() + 1, points.end() - 1,
                                            [at](const Point &point) { return point.at >= at; });
    const auto &low = *(upper - 1);
    const double share = (at - low.at) / (upper->at - low.at);
    ColourMap::Rgb colour;
    for (std::size_t i = 0; i < colour.size(); ++i)
        colour[i] = std::uint8_t(std::lround(low.colour[i] + share * (upper->colour[i] - low.colour[i])));
    return colour;
}

} // namespace

Result<ColourMap> ColourMap::parse(const QByteArray &json)
{
    TRY(const auto parsed, Json::parse(json));
    TRY(const auto points, pointsOf(parsed));
    ColourMap map;
    for (int i = 0; i < kEntries; ++i)
        map.m_entries[std::size_t(i)] = between(points, double(i) / (kEntries - 1));
    return map;
}

const ColourMap::Rgb &ColourMap::at(double fraction) const
{
    const double kept = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0;
    return m_entries[std::size_t(std::lround(kept * (kEntries - 1)))];
}

} // namespace simiao::imaging
