#include "registration/models/words.h"

#include "sdk/desk.h"

namespace simiao::registration {

QString Words::gender(administration::Gender gender)
{
    switch (gender) {
    case administration::Gender::Male: return tr("Male");
    case administration::Gender::Female: return tr("Female");
    case administration::Gender::Other: return tr("Other");
    case administration::Gender::Unknown: return tr("Not known");
    }
    return {};
}

QString Words::payer(administration::Payer payer)
{
    switch (payer) {
    case administration::Payer::SelfPay: return tr("Self-pay");
    case administration::Payer::UrbanEmployee: return tr("Urban employee insurance");
    case administration::Payer::Resident: return tr("Resident insurance");
    }
    return {};
}

QString Words::visitStatus(administration::EncounterStatus status)
{
    switch (status) {
    case administration::EncounterStatus::Arrived: return tr("waiting");
    case administration::EncounterStatus::InProgress: return tr("with the physician");
    case administration::EncounterStatus::OnLeave: return tr("sent for tests");
    case administration::EncounterStatus::Finished: return tr("finished");
    case administration::EncounterStatus::Cancelled: return tr("cancelled");
    case administration::EncounterStatus::EnteredInError: return tr("entered in error");
    }
    return {};
}

QString Words::age(Date birth, Date today)
{
    const auto age = ageOn(birth, today);
    if (!age)
        return {};
    if (age->years >= 2)
        return tr("%1y").arg(age->years);
    const int months = age->years * 12 + age->months;
    return months > 0 ? tr("%1m").arg(months) : tr("%1d").arg(age->days);
}

QString Words::phoneTail(const QString &phone)
{
    constexpr int kShown = 4;
    return phone.isEmpty() ? QString() : QStringLiteral("*** ") + phone.right(kShown);
}

QString Words::identityProblem(const Error &error)
{
    if (error.code == QLatin1String("identity.length"))
        return tr("Has %1 of 18 characters").arg(error.detail);
    if (error.code == QLatin1String("identity.character"))
        return tr("Character %1 is not a digit (only the last may be X)").arg(error.detail);
    if (error.code == QLatin1String("identity.birth-date"))
        return tr("Characters 7 to 14 are no possible birth date");
    if (error.code == QLatin1String("identity.check-digit"))
        return tr("The last character does not fit the others: a digit is mistyped");
    return sdk::errorText(error);
}

QString Words::time(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, clock.zone())
        .toString(QStringLiteral("HH:mm"));
}

ui::ViewState Words::failure(const Error &error)
{
    if (error.kind == ErrorKind::Forbidden)
        return ui::ViewState::forbidden(error.detail);
    return ui::ViewState::error(sdk::errorText(error), tr("What was shown before stays."), tr("Try again"),
                                true);
}

} // namespace simiao::registration
