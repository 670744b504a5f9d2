#include "sdk/allergy_words.h"

#include <QMap>

namespace simiao::sdk {

QString AllergyWords::reaction(const QString &code)
{
    static const QMap<QString, const char *> words{
        {QStringLiteral("anaphylaxis"), QT_TR_NOOP("anaphylaxis")},
        {QStringLiteral("laryngeal-oedema"), QT_TR_NOOP("laryngeal oedema")},
        {QStringLiteral("angioedema"), QT_TR_NOOP("angioedema")},
        {QStringLiteral("bronchospasm"), QT_TR_NOOP("bronchospasm")},
        {QStringLiteral("stevens-johnson"), QT_TR_NOOP("Stevens-Johnson syndrome")},
        {QStringLiteral("dress"), QT_TR_NOOP("drug reaction with eosinophilia")},
        {QStringLiteral("urticaria"), QT_TR_NOOP("urticaria")},
        {QStringLiteral("rash"), QT_TR_NOOP("rash")},
        {QStringLiteral("pruritus"), QT_TR_NOOP("itching")},
        {QStringLiteral("drug-fever"), QT_TR_NOOP("drug fever")},
        {QStringLiteral("skin-test-positive"), QT_TR_NOOP("positive skin test")},
        {QStringLiteral("gastrointestinal"), QT_TR_NOOP("nausea, vomiting or diarrhoea")},
        {QStringLiteral("unknown"), QT_TR_NOOP("reaction not known")},
    };
    const char *word = words.value(code);
    return word ? tr(word) : code;
}

QString AllergyWords::reactions(const clinical::AllergyIntolerance &allergy)
{
    QStringList words;
    for (const auto &code : allergy.reactions())
        words.append(reaction(code));
    return words.join(tr(", "));
}

QString AllergyWords::criticality(clinical::Criticality criticality)
{
    switch (criticality) {
    case clinical::Criticality::Low: return tr("low risk");
    case clinical::Criticality::High: return tr("high risk");
    case clinical::Criticality::UnableToAssess: return tr("risk not assessed");
    }
    return {};
}

QString AllergyWords::verification(clinical::AllergyVerification verification)
{
    switch (verification) {
    case clinical::AllergyVerification::Unconfirmed: return tr("unconfirmed");
    case clinical::AllergyVerification::Confirmed: return tr("confirmed");
    case clinical::AllergyVerification::EnteredInError: return tr("entered in error");
    }
    return {};
}

} // namespace simiao::sdk
