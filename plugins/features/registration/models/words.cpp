#include "registration/models/words.h"

#include "sdk/desk.h"

namespace simiao::registration {

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

} // namespace simiao::registration
