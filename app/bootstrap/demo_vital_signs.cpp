#include "bootstrap/demo_vital_signs.h"

#include <QRegularExpression>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using diagnostics::Observation;

namespace {

constexpr int kSecondsBeforeNote = 3 * 60;

/// How a value is found in the words of an examination, and the usual one otherwise.
struct VitalSign
{
    const char *loinc;
    QString name;
    QString unit;
    QRegularExpression said; ///< its first group is the number
    int decimals;
    int low;  ///< usual, in units of the last decimal
    int high; ///< below `low`: only measured where the examination speaks of it
};

const std::vector<VitalSign> &vitalSigns()
{
    static const std::vector<VitalSign> signs{
        {"8310-5", u"体温"_s, u"℃"_s, QRegularExpression(u"T (\\d+\\.\\d)℃"_s), 1, 361, 370},
        {"8867-4", u"脉搏"_s, u"次/分"_s, QRegularExpression(u"(?:P |心率)(\\d+)次/分"_s), 0, 62, 90},
        {"9279-1", u"呼吸"_s, u"次/分"_s, QRegularExpression(u"R (\\d+)次/分"_s), 0, 15, 20},
        {"8480-6", u"收缩压"_s, u"mmHg"_s, QRegularExpression(u"BP (\\d+)/\\d+mmHg"_s), 0, 104, 134},
        {"8462-4", u"舒张压"_s, u"mmHg"_s, QRegularExpression(u"BP \\d+/(\\d+)mmHg"_s), 0, 62, 84},
        {"59408-5", u"血氧饱和度"_s, u"%"_s, QRegularExpression(u"SpO2 (\\d+)%"_s), 0, 1, 0},
    };
    return signs;
}

std::optional<Decimal> valueOf(const VitalSign &sign, const QString &examination, Dice &dice)
{
    if (const auto match = sign.said.match(examination); match.hasMatch()) {
        const auto said = Decimal::parse(match.captured(1));
        return said ? std::optional(*said) : std::nullopt;
    }
    if (sign.high < sign.low)
        return std::nullopt;
    return Decimal::fromParts(dice.between(sign.low, sign.high), sign.decimals);
}

/// About the same at each visit: it follows from the MRN, but for a kilogram.
Decimal weightOf(const administration::Patient &patient, Dice &dice)
{
    const int usual = patient.gender == administration::Gender::Male ? 56 : 46;
    const int spread = patient.mrn.toInt() * 37 % 27;
    return Decimal::fromParts((usual + spread) * 10 + dice.between(-10, 10), 1);
}

} // namespace

std::vector<Observation> inventVitalSigns(const VisitScene &scene, Dice &dice)
{
    const auto at = scene.signedAt().plusSeconds(-kSecondsBeforeNote);
    std::vector<Observation> observations;
    for (const auto &sign : vitalSigns()) {
        const Coding code{codesystem::kLoinc, QString::fromLatin1(sign.loinc), sign.name};
        if (const auto value = valueOf(sign, scene.complaint().examination, dice))
            observations.push_back(observationOf(scene, code, {*value, sign.unit}, at, dice));
    }
    const Coding weight{codesystem::kLoinc, diagnostics::kBodyWeight, u"体重"_s};
    observations.push_back(
        observationOf(scene, weight, {weightOf(scene.patient(), dice), u"kg"_s}, at, dice));
    return observations;
}

} // namespace simiao::bootstrap
