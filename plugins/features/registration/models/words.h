#pragma once

#include "core/clock.h"
#include "domain/administration/encounter.h"
#include "sdk/person_words.h"

#include <QCoreApplication>

namespace simiao::registration {

/// Values of this desk in the words of the interface's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::registration::Words)

public:
    static QString payer(administration::Payer payer);
    static QString visitStatus(administration::EncounterStatus status);
    /// What is wrong with an identity number and where. \param error  of parseIdentityNumber
    static QString identityProblem(const Error &error);
    /// "10:30" at the workstation.
    static QString time(Instant instant, const Clock &clock);
};

} // namespace simiao::registration
