#include "sdk/person_words.h"

#include "sdk/desk.h"

namespace simiao::sdk {

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

QString PersonWords::phoneTail(const QString &phone)
{
    constexpr int kShown = 4;
    return phone.isEmpty() ? QString() : QStringLiteral("*** ") + phone.right(kShown);
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
    return ui::ViewState::error(errorText(error), tr("What was shown before stays."), tr("Try again"), true);
}

} // namespace simiao::sdk
