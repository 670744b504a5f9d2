#include "pharmacy/models/words.h"

#include "sdk/allergy_words.h"
#include "sdk/desk.h"

namespace simiao::pharmacy {

using medications::PrescriptionForm;
using medications::PrescriptionStatus;

QString Words::form(PrescriptionForm form)
{
    switch (form) {
    case PrescriptionForm::Ordinary: return tr("Ordinary prescription");
    case PrescriptionForm::Emergency: return tr("Emergency prescription");
    case PrescriptionForm::Paediatric: return tr("Paediatric prescription");
    case PrescriptionForm::NarcoticPsychotropicOne: return tr("Narcotic and psychotropic I prescription");
    case PrescriptionForm::PsychotropicTwo: return tr("Psychotropic II prescription");
    }
    return {};
}

QString Words::status(PrescriptionStatus status)
{
    switch (status) {
    case PrescriptionStatus::Draft: return tr("draft");
    case PrescriptionStatus::Signed: return tr("to review");
    case PrescriptionStatus::Reviewed: return tr("passed, waits for payment");
    case PrescriptionStatus::Paid: return tr("paid, to dispense");
    case PrescriptionStatus::Dispensed: return tr("dispensed, to hand over");
    case PrescriptionStatus::HandedOver: return tr("handed over");
    case PrescriptionStatus::Returned: return tr("returned to the doctor");
    case PrescriptionStatus::Cancelled: return tr("cancelled");
    }
    return {};
}

QString Words::allergy(const clinical::AllergyIntolerance &allergy, const QString &language)
{
    const QString substance = LocalText{allergy.substanceEn, allergy.substance}.in(language);
    const QString reactions = sdk::AllergyWords::reactions(allergy);
    return reactions.isEmpty() ? substance : tr("%1 (%2)").arg(substance, reactions);
}

QString Words::dosage(const medications::Dosage &dosage,
                      const medications::DosageTerms &terms,
                      const QString &language)
{
    const auto *route = terms.route(dosage.route);
    const auto *frequency = terms.frequency(dosage.frequency);
    const auto word = [&language](const auto *term, const QString &code) {
        const QString text = term ? term->text.in(language) : QString();
        return text.isEmpty() ? code : text;
    };
    QStringList words{dosage.dose.toString(), word(route, dosage.route), word(frequency, dosage.frequency)};
    if (dosage.maxDoses)
        words.append(tr("at most %1 times").arg(*dosage.maxDoses));
    if (dosage.days > 0)
        words.append(dosage.days == 1 ? tr("1 day") : tr("%1 days").arg(dosage.days));
    return words.join(tr(", "));
}

QString Words::time(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, clock.zone())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace simiao::pharmacy
