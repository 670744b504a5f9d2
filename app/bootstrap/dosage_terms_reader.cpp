#include "bootstrap/json_place.h"
#include "bootstrap/reference_loader.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using namespace medications;

namespace {

Result<RouteTerm> readRoute(const JsonPlace &place)
{
    RouteTerm route;
    TRY(route.code, place.text(u"code"_s));
    TRY(route.text, place.localText());
    TRY(route.aliases, place.texts(u"aliases"_s));
    route.aliases.push_back(route.text.zh);
    return route;
}

Result<Decimal> readDays(const JsonPlace &timing)
{
    TRY(const auto unit, timing.text(u"periodUnit"_s));
    TRY(const auto period, timing.decimal(u"period"_s));
    if (unit != "d"_L1 && unit != "wk"_L1)
        return timing.wrong(u"periodUnit"_s);
    return multiply(period, Decimal(unit == "wk"_L1 ? 7 : 1));
}

/// FHIR Timing of a frequency that no number a day can say; the others have timesPerDay.
Result<std::optional<DosesInDays>> readRepeat(const JsonPlace &place)
{
    if (!place.isNull(u"timesPerDay"_s) || place.isNull(u"timing"_s))
        return std::optional<DosesInDays>();
    const auto timing = place.member(u"timing"_s);
    TRY(const auto doses, timing.integer(u"frequency"_s));
    TRY(const auto days, readDays(timing));
    if (doses <= 0 || days <= Decimal(0))
        return timing.wrong(u"period"_s);
    return std::optional(DosesInDays{Decimal(doses), days});
}

Result<bool> readTruth(const JsonPlace &place, const QString &key)
{
    const Json &value = place.json()[key];
    if (!value.isNull() && !value.isBool())
        return place.wrong(key);
    return value.isBool() && value.toBool();
}

Result<FrequencyTerm> readFrequency(const JsonPlace &place)
{
    FrequencyTerm frequency;
    TRY(frequency.code, place.text(u"code"_s));
    TRY(frequency.text, place.localText());
    TRY(frequency.timesPerDay, place.optionalDecimal(u"timesPerDay"_s));
    TRY(frequency.aliases, place.texts(u"aliases"_s));
    frequency.aliases.push_back(frequency.text.zh);
    TRY(frequency.repeat, readRepeat(place));
    TRY(frequency.isAsNeeded, readTruth(place, u"asNeeded"_s));
    TRY(frequency.isSingleDose, readTruth(place, u"singleDose"_s));
    return frequency;
}

Result<UnitTerm> readUnit(const JsonPlace &place)
{
    UnitTerm unit;
    TRY(unit.code, place.text(u"code"_s));
    TRY(const auto kind, place.text(u"kind"_s));
    TRY(const auto base, place.text(u"base"_s));
    unit.dimension = kind == "piece"_L1 ? base : kind;
    TRY(unit.factor, place.decimal(u"factor"_s));
    TRY(unit.aliases, place.texts(u"aliases"_s));
    return unit;
}

} // namespace

Result<DosageTerms> parseDosageTerms(const Json &json, const QString &fileName)
{
    const JsonPlace root(json, fileName);
    DosageTerms terms;
    TRY(terms.version, root.text(u"version"_s));
    TRY(terms.routes, readList<RouteTerm>(root, u"routes"_s, readRoute));
    TRY(terms.frequencies, readList<FrequencyTerm>(root, u"frequencies"_s, readFrequency));
    TRY(terms.units, readList<UnitTerm>(root, u"units"_s, readUnit));
    return terms;
}

} // namespace simiao::bootstrap
