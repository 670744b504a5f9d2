#include "bootstrap/demo_laboratory.h"

#include "bootstrap/resources.h"

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kLaboratorySystem = "urn:simiao:laboratory"_L1;
constexpr int kGuardDecimals = 3; ///< calculated with, then rounded away
constexpr std::int64_t kLastPlace = 1000;
constexpr int kPercentOutside = 10;
constexpr int kPercentOfThemHigh = 60;

Result<ReferenceInterval> readInterval(const JsonPlace &place)
{
    ReferenceInterval interval;
    TRY(interval.whom, readWhom(place));
    TRY(interval.low, place.optionalDecimal(u"low"_s));
    TRY(interval.high, place.optionalDecimal(u"high"_s));
    return interval.low || interval.high ? interval : Result<ReferenceInterval>(place.wrong(u"high"_s));
}

Result<Coding> readCode(const JsonPlace &place)
{
    TRY(const auto name, place.localText(u"name"_s));
    TRY(const auto loinc, place.optionalText(u"loinc"_s));
    TRY(const auto own, place.text(u"code"_s));
    return loinc.isEmpty() ? Coding{kLaboratorySystem, own, name.zh}
                           : Coding{codesystem::kLoinc, loinc, name.zh};
}

Result<LaboratoryTest> readTest(const JsonPlace &place)
{
    LaboratoryTest test;
    TRY(test.code, readCode(place));
    TRY(test.unit, place.optionalText(u"unitText"_s));
    TRY(test.decimals, place.integer(u"decimals"_s));
    const auto spread = place.member(u"simulate"_s);
    TRY(test.mean, spread.decimal(u"mean"_s));
    TRY(test.deviation, spread.decimal(u"sd"_s));
    TRY(test.intervals, readList<ReferenceInterval>(place, u"ranges"_s, readInterval));
    TRY(test.price.fen, place.integer(u"priceFen"_s));
    return test;
}

Result<std::map<QString, LaboratoryPanel>> readPanels(const JsonPlace &root)
{
    std::map<QString, LaboratoryPanel> panels;
    TRY(const auto places, root.list(u"panels"_s));
    for (const auto &place : places) {
        TRY(const auto code, place.text(u"code"_s));
        TRY(const auto name, place.localText());
        panels.insert({code, LaboratoryPanel{name.zh, {}}});
    }
    return panels;
}

/// `number` as a whole number of 10^-scale.
std::int64_t unitsOf(const Decimal &number, int scale)
{
    const auto fitting = number.rounded(scale);
    std::int64_t units = fitting.coefficient();
    for (int decimals = fitting.scale(); decimals < scale; ++decimals)
        units *= 10;
    return units;
}

/// At least one last place beyond a limit of the interval, so that rounding does not take it back.
std::int64_t outside(const ReferenceInterval &interval, std::int64_t deviation, int scale, Dice &dice)
{
    const bool hasLow = interval.low && !interval.low->isZero();
    const bool isHigh = interval.high && (!hasLow || dice.happens(kPercentOfThemHigh));
    const int share = isHigh ? dice.between(200, 1500) : dice.between(100, 500);
    const auto step = std::max(deviation * share / 1000, kLastPlace);
    return isHigh ? unitsOf(*interval.high, scale) + step : unitsOf(*interval.low, scale) - step;
}

} // namespace

const ReferenceInterval *LaboratoryTest::intervalFor(administration::Gender gender, int years) const
{
    const auto found = std::ranges::find_if(
        intervals, [&](const ReferenceInterval &interval) { return interval.whom.includes(gender, years); });
    return found == intervals.end() ? nullptr : &*found;
}

Result<std::map<QString, LaboratoryPanel>> readLaboratory(const QString &demoFolder)
{
    const auto file = u"laboratory.json"_s;
    TRY(const auto json, readJsonResource(demoFolder, file));
    const JsonPlace root(json, file);
    TRY(auto panels, readPanels(root));
    TRY(const auto places, root.list(u"tests"_s));
    for (const auto &place : places) {
        TRY(const auto code, place.text(u"panel"_s));
        const auto panel = panels.find(code);
        if (panel == panels.end())
            return place.wrong(u"panel"_s);
        if (place.isNull(u"simulate"_s))
            continue;
        TRY(auto test, readTest(place));
        panel->second.tests.push_back(std::move(test));
    }
    return panels;
}

Decimal inventResult(const LaboratoryTest &test, const ReferenceInterval &interval, Dice &dice)
{
    const int scale = test.decimals + kGuardDecimals;
    const auto deviation = unitsOf(test.deviation, scale);
    const auto units = dice.happens(kPercentOutside)
        ? outside(interval, deviation, scale, dice)
        : unitsOf(test.mean, scale) + deviation * std::clamp(dice.bell(), -2000, 2000) / 1000;
    return Decimal::fromParts(std::max(units, std::int64_t(0)), scale).rounded(test.decimals);
}

} // namespace simiao::bootstrap
