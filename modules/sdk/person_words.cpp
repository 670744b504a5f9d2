#include "sdk/person_words.h"

#include "domain/administration/masked_number.h"
#include "sdk/desk.h"

namespace simiao::sdk {

namespace {

/// Where nobody chose, numbers are masked: a session whose settings are not read yet shows no more than one that masks.
bool isMasked(const workflow::Settings &settings)
{
    return settings.text(QStringLiteral("patient.mask-identifiers")) != QLatin1String("false");
}

} // namespace

QString PersonWords::gender(administration::Gender gender)
{
    switch (gender) {
    case administration::Gender::Male: return tr("Male");
    case administration::Gender::Female: return tr("Female");
    case administration::Gender::Other: return tr("Other");
    case administration::Gender::Unknown: return tr("Not known");
    }
    return {};
}

QString PersonWords::age(Date birth, Date today)
{
    const auto age = ageOn(birth, today);
    if (!age)
        return {};
    if (age->years >= 2)
        return tr("%1y").arg(age->years);
    const int months = age->years * 12 + age->months;
    return months > 0 ? tr("%1m").arg(months) : tr("%1d").arg(age->days);
}

QString PersonWords::phone(const QString &number, const workflow::Settings &settings)
{
    return isMasked(settings) ? administration::maskedPhone(number) : number;
}

QString PersonWords::identityNumber(const QString &number, const workflow::Settings &settings)
{
    return isMasked(settings) ? administration::maskedIdentifier(number) : number;
}

QString PersonWords::confidentiality(std::optional<administration::Confidentiality> confidentiality)
{
    if (!confidentiality)
        return {};
    switch (*confidentiality) {
    case administration::Confidentiality::Restricted: return tr("Restricted record");
    case administration::Confidentiality::VeryRestricted: return tr("VIP: restricted record");
    }
    return {};
}

ui::ViewState PersonWords::failure(const Error &error)
{
    if (error.kind == ErrorKind::Forbidden)
        return ui::ViewState::forbidden(error.detail);
    return ui::ViewState::error(errorText(error), {}, tr("Try again"), false);
}

} // namespace simiao::sdk
