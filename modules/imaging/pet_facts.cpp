#include "imaging/pet_facts.h"

#include "core/try.h"

#include <cmath>
#include <numbers>

namespace simiao::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLeastDoseBq = 1e6;
constexpr double kLeastWeightKg = 1;
constexpr double kMostWeightKg = 500;
constexpr double kGramsPerKg = 1000;
constexpr double kMsPerS = 1000;
/// Two weeks: later than anybody is scanned, even with the longest-lived tracers.
constexpr double kLongestWaitS = 14 * 24 * 3600.0;

Error refused(const char *code, const QString &detail = {})
{
    return {.kind = ErrorKind::Invalid, .code = QLatin1String(code), .detail = detail};
}

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value) : QString();
}

Result<double> weightGrams(const PetFacts &facts)
{
    if (!facts.weightKg || !(*facts.weightKg >= kLeastWeightKg && *facts.weightKg <= kMostWeightKg))
        return refused("imaging.suv-weight", number(facts.weightKg));
    return *facts.weightKg * kGramsPerKg;
}

Result<double> dose(const PetFacts &facts)
{
    if (!facts.doseBq || !(*facts.doseBq >= kLeastDoseBq))
        return refused("imaging.suv-dose", number(facts.doseBq));
    return *facts.doseBq;
}

/// When within a frame the mean count rate stood, from its begin, ms.
double meanRateMs(double halfLifeS, double durationMs)
{
    const double decay = std::numbers::ln2 / (halfLifeS * kMsPerS);
    const double during = decay * durationMs;
    return during > 0 ? std::log(during / (1 - std::exp(-during))) / decay : 0;
}

Result<QDateTime> scanStart(const PetFacts &facts)
{
    if (!facts.series || !facts.acquisition)
        return refused("imaging.suv-scan-time");
    if (*facts.series <= *facts.acquisition)
        return *facts.series;
    if (!facts.frameReferenceMs || !facts.frameDurationMs)
        return refused("imaging.suv-scan-time", u"series after acquisition"_s);
    const double before = *facts.frameReferenceMs - meanRateMs(*facts.halfLifeS, *facts.frameDurationMs);
    return facts.acquisition->addMSecs(-std::llround(before));
}

/// The injection's day is that of the scan, or the day before where it would be later than the scan.
Result<QDateTime> injection(const PetFacts &facts, const QDateTime &scan)
{
    if (!facts.injected)
        return refused(facts.isInjectionZoneUnsure ? "imaging.suv-zone" : "imaging.suv-injection");
    auto injected = *facts.injected;
    if (!facts.isInjectionDayKnown) {
        injected.setDate(scan.date());
        if (injected > scan)
            injected = injected.addDays(-1);
    }
    const double wait = double(injected.msecsTo(scan)) / kMsPerS;
    if (wait < 0 || wait > kLongestWaitS)
        return refused("imaging.suv-injection", u"%1 s before the scan"_s.arg(wait));
    return injected;
}

/// What of the dose was left when the scan began; nothing of it is gone where the values are of the injection's time.
Result<double> doseAtReference(const PetFacts &facts)
{
    TRY(const double given, dose(facts));
    if (facts.decayCorrection == u"ADMIN"_s)
        return given;
    if (facts.decayCorrection != u"START"_s)
        return refused("imaging.suv-decay", facts.decayCorrection);
    if (!facts.halfLifeS || !(*facts.halfLifeS > 0))
        return refused("imaging.suv-half-life", number(facts.halfLifeS));
    TRY(const auto scan, scanStart(facts));
    TRY(const auto injected, injection(facts, scan));
    return given * std::exp2(-double(injected.msecsTo(scan)) / kMsPerS / *facts.halfLifeS);
}

} // namespace

Result<double> suvPerUnit(const PetFacts &facts)
{
    const bool isSuv = facts.units == u"GML"_s;
    if (!isSuv && facts.units != u"BQML"_s)
        return refused("imaging.suv-units", facts.units);
    const bool isByWeight = facts.suvType.isEmpty() || facts.suvType == u"BW"_s;
    if (isSuv && !isByWeight)
        return refused("imaging.suv-type", facts.suvType);
    if (!facts.correctedImage.contains(u"ATTN"_s))
        return refused("imaging.suv-attenuation", facts.correctedImage.join(u' '));
    if (!facts.correctedImage.contains(u"DECY"_s))
        return refused("imaging.suv-decay", facts.correctedImage.join(u' '));
    if (isSuv)
        return 1.0;
    TRY(const double left, doseAtReference(facts));
    TRY(const double grams, weightGrams(facts));
    return grams / left;
}

} // namespace simiao::imaging
