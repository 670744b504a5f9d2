#include "tour/tour.h"

#include "core/try.h"
#include "tour/step_parse.h"

#include <QRegularExpression>

#include <algorithm>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize kUsualSize{1366, 768};
const auto kUsualLanguage = u"zh_CN"_s;

/// A step may need only what an earlier one imports.
Result<void> checkNeeds(const std::vector<Step> &steps, const Step &step, const Place &place)
{
    const auto imports = [&](const Step &earlier) {
        const auto *import = std::get_if<Import>(&earlier.action);
        return import && import->kind == step.needs;
    };
    if (!step.needs.isEmpty() && std::ranges::none_of(steps, imports))
        return place[u"needs"_s].error(u"no step before imports \"%1\""_s.arg(step.needs));
    return ok();
}

Result<QSize> sizeOf(const Place &place, QSize usual)
{
    if (place.json.isNull())
        return usual;
    const auto size = parseSize(place.json.toString());
    if (!size)
        return place.error(size.error().detail);
    return *size;
}

} // namespace

Result<QSize> parseSize(const QString &text)
{
    static const QRegularExpression form(u"^([1-9][0-9]{2,3})x([1-9][0-9]{2,3})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return Error{ErrorKind::Invalid, u"tour.size"_s, u"\"%1\" is no size such as 1366x768"_s.arg(text)};
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

Result<Tour> parseTour(const Json &file, const std::optional<QString> &language)
{
    Tour tour;
    const auto own = file[u"language"_s].isString() ? file[u"language"_s].toString() : kUsualLanguage;
    tour.language = language.value_or(own);
    const Place whole{file, u"tour"_s, tour.language};
    TRY_VOID(onlyMembers(
        whole, {u"title"_s, u"language"_s, u"size"_s, u"beside"_s, u"hour"_s, u"demo"_s, u"steps"_s}));
    TRY(tour.title, textAt(whole[u"title"_s]));
    TRY(tour.size, sizeOf(whole[u"size"_s], kUsualSize));
    TRY(tour.beside, sizeOf(whole[u"beside"_s], {}));
    TRY(tour.hour, numberAt(whole[u"hour"_s], 23));
    tour.isDemo = file[u"demo"_s].isNull() || file[u"demo"_s].toBool();
    const auto &steps = file[u"steps"_s].array();
    for (qsizetype at = 0; at < steps.size(); ++at) {
        const Place place{steps[at], u"steps[%1]"_s.arg(at), tour.language};
        TRY(auto step, parseStep(place));
        TRY_VOID(checkNeeds(tour.steps, step, place));
        tour.steps.push_back(std::move(step));
    }
    if (tour.steps.empty())
        return whole[u"steps"_s].error(u"must be a list of steps"_s);
    return tour;
}

} // namespace simiao::tour
