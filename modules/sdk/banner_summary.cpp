#include "sdk/banner_summary.h"

#include "sdk/allergy_words.h"
#include "sdk/person_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace simiao::sdk {

namespace {

using administration::AllergyStatus;
using administration::Gender;
using administration::Payer;
using clinical::AllergyIntolerance;
using clinical::Criticality;

constexpr int kYearsWithoutMonths = 3;

/// The texts of the banner; a class only for its translation context.
struct BannerSummary
{
    Q_DECLARE_TR_FUNCTIONS(simiao::sdk::BannerSummary)
};

QString sexText(Gender gender)
{
    switch (gender) {
    case Gender::Male: return BannerSummary::tr("M");
    case Gender::Female: return BannerSummary::tr("F");
    case Gender::Other: return BannerSummary::tr("other sex");
    case Gender::Unknown: return BannerSummary::tr("sex unknown");
    }
    return {};
}

QString ageText(Date birth, Date today)
{
    const auto age = ageOn(birth, today);
    if (!age)
        return BannerSummary::tr("age unknown");
    if (age->years >= kYearsWithoutMonths)
        return BannerSummary::tr("%1y").arg(age->years);
    if (age->years > 0)
        return BannerSummary::tr("%1y %2m").arg(age->years).arg(age->months);
    if (age->months > 0)
        return BannerSummary::tr("%1m %2d").arg(age->months).arg(age->days);
    return BannerSummary::tr("%1d").arg(age->days);
}

QString sexAgeText(const administration::Patient &patient, Date today)
{
    return BannerSummary::tr("%1 %2", "sex, age")
        .arg(sexText(patient.gender), ageText(patient.birthDate, today));
}

QString payerText(Payer payer)
{
    switch (payer) {
    case Payer::SelfPay: return BannerSummary::tr("Self-pay");
    case Payer::UrbanEmployee: return BannerSummary::tr("Urban employee insurance");
    case Payer::Resident: return BannerSummary::tr("Resident insurance");
    }
    return {};
}

// Words stand in functions of plain types: lupdate takes `ui::` before a function for where its words belong.
QString allergyText(const AllergyIntolerance &allergy, const QLocale &locale)
{
    const LocalText substance{allergy.substanceEn, allergy.substance};
    const auto name = substance.in(locale.name());
    const auto reaction = AllergyWords::reactions(allergy);
    return reaction.isEmpty()
        ? BannerSummary::tr("Allergy: %1").arg(name)
        : BannerSummary::tr("%1: %2", "allergy: substance, reaction").arg(name, reaction);
}

ui::BannerBadge badgeOf(const AllergyIntolerance &allergy, const QLocale &locale)
{
    const bool isGrave = allergy.criticality == Criticality::High;
    return {isGrave ? ui::Severity::Block : ui::Severity::Warn, allergyText(allergy, locale)};
}

/// The gravest first, else in the order of the record.
void insertByGravity(QList<ui::BannerBadge> &badges, const ui::BannerBadge &badge)
{
    const auto behind = std::ranges::upper_bound(badges, badge.severity, {}, &ui::BannerBadge::severity);
    badges.insert(behind, badge);
}

QList<ui::BannerBadge> allergyBadges(const BannerPatient &person, const QLocale &locale)
{
    QList<ui::BannerBadge> badges;
    for (const auto &allergy : person.allergies)
        insertByGravity(badges, badgeOf(allergy, locale));
    if (badges.isEmpty() && person.patient.allergyStatus == AllergyStatus::NoneKnown)
        badges.append({ui::Severity::Ok, BannerSummary::tr("No known allergies")});
    if (badges.isEmpty())
        badges.append({ui::Severity::Warn, BannerSummary::tr("Allergies not asked")});
    return badges;
}

QString weightText(const std::optional<Quantity> &weight)
{
    return weight ? weight->toString() : BannerSummary::tr("weight not recorded");
}

} // namespace

BannerPatient bannerOf(const workflow::VisitRecord &record)
{
    BannerPatient banner{record.patient, record.allergies, std::nullopt};
    const auto weight = std::ranges::find(record.observations, diagnostics::kBodyWeight,
                                          [](const auto &observation) { return observation.code.code; });
    if (weight != record.observations.end()) // the latest stands first
        banner.weight = weight->value;
    return banner;
}

ui::PatientSummary bannerSummary(const BannerPatient &person, const QLocale &locale, Date today)
{
    const auto &patient = person.patient;
    ui::PatientSummary summary;
    summary.name = patient.name;
    summary.sexAge = sexAgeText(patient, today);
    summary.mrn = patient.mrn;
    summary.body = weightText(person.weight);
    summary.badges = allergyBadges(person, locale);
    if (patient.confidentiality)
        insertByGravity(summary.badges,
                        {ui::Severity::Warn, PersonWords::confidentiality(patient.confidentiality)});
    summary.payer = payerText(patient.payer);
    return summary;
}

} // namespace simiao::sdk
