#pragma once

#include "core/clock.h"
#include "domain/administration/encounter.h"
#include "ui/widgets/view_state.h"

#include <QCoreApplication>

namespace simiao::registration {

/// Values of this desk in the words of the interface's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::registration::Words)

public:
    static QString gender(administration::Gender gender);
    static QString payer(administration::Payer payer);
    static QString visitStatus(administration::EncounterStatus status);
    /// "45y", below two years "7m", below a month "12d".
    static QString age(Date birth, Date today);
    /// Enough to tell two people apart at the counter: "*** 0001"; empty without a number.
    static QString phoneTail(const QString &phone);
    /// What is wrong with an identity number and where. \param error  of parseIdentityNumber
    static QString identityProblem(const Error &error);
    /// "10:30" at the workstation.
    static QString time(Instant instant, const Clock &clock);
    /// How a list says that it could not be read.
    static ui::ViewState failure(const Error &error);
};

} // namespace simiao::registration
