#pragma once

#include "domain/security/password_rules.h"
#include "security/login_throttle.h"
#include "workflow/context.h"

namespace simiao::security {

/// What a log-in needs from outside; one throttle per process.
struct LoginPorts
{
    std::shared_ptr<workflow::Store> store;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Rng> rng;
    std::shared_ptr<LoginThrottle> throttle;
    PasswordRules passwords;
    QString site;
    QString workstation;
};

/// The session of the person who knows the password; `mustChangePassword` is set when it is time. Both outcomes are audited as `session.login`.
/// \param loginName  as typed; blanks around it and its case do not matter
/// \returns `login.refused` (Forbidden) for an unknown name, a wrong password, a locked or retired account
///          alike; `login.wait` (Unavailable, seconds in `detail`) after too many attempts; an error of the
///          store
/// \thread  GUI
Task<Result<workflow::Session>> logIn(LoginPorts ports, QString loginName, QString password);

} // namespace simiao::security
