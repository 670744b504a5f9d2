#include "orders/models/order_text.h"

#include "sdk/desk.h"

#include <QCoreApplication>

namespace simiao::orders {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Orders", text);
}

QString routeText(const medications::Dosage &dosage,
                  const medications::DosageTerms &terms,
                  const QString &language)
{
    const auto *route = terms.route(dosage.route);
    return route ? route->text.in(language) : dosage.route;
}

QString frequencyText(const medications::Dosage &dosage,
                      const medications::DosageTerms &terms,
                      const QString &language)
{
    const auto *frequency = terms.frequency(dosage.frequency);
    return frequency ? frequency->text.in(language) : dosage.frequency;
}

} // namespace

QString dosageText(const medications::Dosage &dosage,
                   const medications::DosageTerms &terms,
                   const QString &language)
{
    const auto *frequency = terms.frequency(dosage.frequency);
    QStringList parts{dosage.dose.toString(), routeText(dosage, terms, language),
                      frequencyText(dosage, terms, language)};
    if (dosage.maxDoses)
        parts.append(translated(QT_TRANSLATE_NOOP("Orders", "at most %1 times")).arg(*dosage.maxDoses));
    if (dosage.days > 0 && !(frequency && frequency->isSingleDose))
        parts.append(translated(QT_TRANSLATE_NOOP("Orders", "%1 days")).arg(dosage.days));
    return parts.join(QStringLiteral("  "));
}

QString drugName(const medications::Medication &medication, const QString &language)
{
    return LocalText{medication.nameEn, medication.name}.in(language);
}

QString drugTitle(const medications::Medication &medication, const QString &language)
{
    const QString name = drugName(medication, language);
    const QString strength = medication.strength.toString();
    const QString title = name.contains(strength) ? name : name + QStringLiteral("  ") + strength;
    return QStringLiteral("%1 × %2").arg(title).arg(medication.packQuantity);
}

QString priceText(Money price)
{
    return QStringLiteral("¥") + price.toYuan();
}

QString issueText(const Issue &issue, const QString &language)
{
    if (issue.code == QLatin1String("allergy.not-asked"))
        return translated(QT_TRANSLATE_NOOP("Orders", "Allergies were not asked for: not checked."));
    if (issue.code == QLatin1String("allergy.unclassified"))
        return translated(
                   QT_TRANSLATE_NOOP("Orders", "No rule knows the recorded allergy to %1: not checked."))
            .arg(issue.evidence.in(language));
    const QString evidence = issue.evidence.in(language);
    if (issue.code == QLatin1String("dosage.quantity-differs"))
        return translated(QT_TRANSLATE_NOOP("Orders", "The dose takes %1; another quantity was said."))
            .arg(evidence);
    if (issue.code.startsWith(QLatin1String("dosage.")))
        return sdk::errorText({ErrorKind::Invalid, issue.code, issue.evidence.zh});
    const QString text = issue.text.in(language);
    return evidence.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, evidence);
}

} // namespace simiao::orders
