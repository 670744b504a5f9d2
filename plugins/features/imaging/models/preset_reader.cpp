#include "domain/base/json_place.h"
#include "imaging/models/viewer_data_reader.h"

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

QStringList listOf(const std::vector<QString> &texts)
{
    return {texts.begin(), texts.end()};
}

Result<bool> isSet(const JsonPlace &place, const QString &key)
{
    if (place.isNull(key))
        return false;
    const auto &value = place.json()[key];
    return value.isBool() ? value.toBool() : Result<bool>(place.wrong(key));
}

Result<void> readPercentiles(const JsonPlace &place, ViewerPreset &preset)
{
    constexpr double kAll = 100;
    const auto range = place.member(u"percentiles"_s);
    TRY(const auto from, range.number(u"from"_s));
    TRY(const auto to, range.number(u"to"_s));
    if (from < 0 || to > kAll || from >= to)
        return range.wrong(u"to"_s);
    preset.percentiles = {from, to};
    return ok();
}

Result<void> readValues(const JsonPlace &place, ViewerPreset &preset)
{
    TRY(preset.unit, place.text(u"unit"_s));
    TRY(preset.center, place.number(u"center"_s));
    TRY(preset.width, place.number(u"width"_s));
    TRY(preset.isInverse, isSet(place, u"inverse"_s));
    const imaging::VoiWindow window{.center = preset.center, .width = preset.width};
    return window.isUsable() ? ok() : Result<void>(place.wrong(u"width"_s));
}

Result<ViewerPreset> readPreset(const JsonPlace &place)
{
    ViewerPreset preset;
    TRY(preset.id, place.text(u"id"_s));
    if (preset.id.isEmpty())
        return place.wrong(u"id"_s);
    TRY(preset.title, place.localText(u"title"_s));
    TRY(const auto modalities, place.texts(u"modalities"_s));
    if (modalities.empty())
        return place.wrong(u"modalities"_s);
    preset.modalities = listOf(modalities);
    if (!place.isNull(u"bodyParts"_s)) {
        TRY(const auto parts, place.texts(u"bodyParts"_s));
        preset.bodyParts = listOf(parts);
    }
    TRY_VOID(place.isNull(u"percentiles"_s) ? readValues(place, preset) : readPercentiles(place, preset));
    return preset;
}

} // namespace

Result<std::vector<ViewerPreset>> parsePresets(const Json &json, const QString &fileName)
{
    const JsonPlace file(json, fileName);
    TRY(auto presets, readList<ViewerPreset>(file, u"presets"_s, readPreset));
    QSet<QString> ids;
    for (std::size_t i = 0; i < presets.size(); ++i) {
        if (ids.contains(presets[i].id))
            return file.wrong(u"presets[%1].id"_s.arg(i));
        ids.insert(presets[i].id);
    }
    return presets;
}

} // namespace simiao::viewer
