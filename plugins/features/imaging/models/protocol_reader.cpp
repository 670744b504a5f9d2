#include "domain/base/json_place.h"
#include "imaging/models/viewer_data_reader.h"

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMonitors = 8;

Result<QStringList> optionalTexts(const JsonPlace &place, const QString &key)
{
    if (place.isNull(key))
        return QStringList();
    TRY(const auto texts, place.texts(key));
    return QStringList(texts.begin(), texts.end());
}

Result<int> countOr(const JsonPlace &place, const QString &key, int otherwise, int least, int most)
{
    if (place.isNull(key))
        return otherwise;
    TRY(const auto number, place.integer(key));
    return number >= least && number <= most ? number : Result<int>(place.wrong(key));
}

Result<bool> truthOr(const JsonPlace &place, const QString &key, bool otherwise)
{
    if (place.isNull(key))
        return otherwise;
    const auto &value = place.json()[key];
    return value.isBool() ? value.toBool() : Result<bool>(place.wrong(key));
}

Result<SeriesRule::Plane> readPlane(const JsonPlace &place)
{
    using Plane = SeriesRule::Plane;
    TRY(const auto word, place.optionalText(u"plane"_s));
    if (word.isEmpty())
        return Plane::Any;
    if (word == "axial"_L1)
        return Plane::Axial;
    if (word == "coronal"_L1)
        return Plane::Coronal;
    return word == "sagittal"_L1 ? Plane::Sagittal : Result<Plane>(place.wrong(u"plane"_s));
}

Result<QString> readSide(const JsonPlace &place)
{
    TRY(const auto side, place.optionalText(u"side"_s));
    const bool isSide = side.isEmpty() || QStringList{u"R"_s, u"L"_s, u"B"_s}.contains(side);
    return isSide ? side : Result<QString>(place.wrong(u"side"_s));
}

Result<std::optional<ChestWall>> readChestWall(const JsonPlace &place)
{
    using Wall = std::optional<ChestWall>;
    TRY(const auto word, place.optionalText(u"chestWall"_s));
    if (word.isEmpty())
        return Wall();
    if (word == "left"_L1)
        return Wall(ChestWall::Left);
    return word == "right"_L1 ? Wall(ChestWall::Right) : Result<Wall>(place.wrong(u"chestWall"_s));
}

Result<HangingViewport> readViewport(const JsonPlace &place)
{
    constexpr int kMostPriors = 8;
    constexpr int kMostSeries = 999;
    HangingViewport viewport;
    TRY(viewport.series.prior, countOr(place, u"prior"_s, 0, 0, kMostPriors));
    TRY(viewport.series.modalities, optionalTexts(place, u"modalities"_s));
    TRY(viewport.series.description, place.optionalText(u"description"_s));
    TRY(viewport.series.plane, readPlane(place));
    TRY(viewport.series.side, readSide(place));
    TRY(viewport.series.view, place.optionalText(u"view"_s));
    TRY(viewport.chestWall, readChestWall(place));
    TRY(viewport.series.number, countOr(place, u"number"_s, 1, 1, kMostSeries));
    TRY(viewport.series.isLocalizerCounted, truthOr(place, u"localizer"_s, false));
    TRY(viewport.preset, place.optionalText(u"preset"_s));
    TRY(viewport.screen, countOr(place, u"screen"_s, 1, 1, kMostMonitors));
    return viewport;
}

Result<void> readMatch(const JsonPlace &match, HangingProtocol &protocol)
{
    constexpr int kMostPriors = 8;
    constexpr int kMostViews = 16;
    constexpr int kMostWidth = 20'000;
    TRY(protocol.modalities, optionalTexts(match, u"modalities"_s));
    if (protocol.modalities.isEmpty())
        return match.wrong(u"modalities"_s);
    TRY(protocol.bodyParts, optionalTexts(match, u"bodyParts"_s));
    TRY(protocol.priors, countOr(match, u"priors"_s, 0, 0, kMostPriors));
    TRY(protocol.leastSeries, countOr(match, u"leastSeries"_s, 1, 1, kMostWidth));
    TRY(protocol.leastViews, countOr(match, u"leastViews"_s, 0, 0, kMostViews));
    TRY(protocol.leastWidth, countOr(match, u"leastWidth"_s, 0, 0, kMostWidth));
    return ok();
}

/// The panel keeps one at least.
bool isAllAway(const HangingProtocol &protocol)
{
    return static_cast<int>(protocol.viewports.size()) == protocol.layout.count()
        && std::ranges::all_of(protocol.viewports, [](const auto &viewport) { return viewport.screen > 1; });
}

} // namespace

Result<HangingProtocol> parseProtocol(const Json &json, const QString &fileName, const QString &id)
{
    const JsonPlace file(json, fileName);
    HangingProtocol protocol;
    protocol.id = id;
    TRY(protocol.title, file.localText(u"title"_s));
    TRY_VOID(readMatch(file.member(u"match"_s), protocol));
    TRY(const auto layout, file.text(u"layout"_s));
    const auto size = GridSize::fromCode(layout);
    if (!size)
        return file.wrong(u"layout"_s);
    protocol.layout = *size;
    TRY(protocol.viewports, readList<HangingViewport>(file, u"viewports"_s, readViewport));
    if (static_cast<int>(protocol.viewports.size()) > size->count() || isAllAway(protocol))
        return file.wrong(u"viewports"_s);
    TRY(protocol.monitors, countOr(file, u"monitors"_s, 1, 1, kMostMonitors));
    TRY(protocol.isScrollLinked, truthOr(file, u"linkScrolling"_s, false));
    TRY(protocol.isWindowLinked, truthOr(file, u"linkWindows"_s, false));
    TRY(protocol.hasReferenceLines, truthOr(file, u"referenceLines"_s, false));
    return protocol;
}

} // namespace simiao::viewer
