#include "workflow/context.h"

namespace simiao::workflow {

UnitOfWork Context::begin(Uuid command,
                          const QString &act,
                          std::optional<Id<administration::Patient>> patient,
                          const QString &detail) const
{
    security::AuditEvent event;
    event.act = act;
    event.recorded = clock->now();
    event.agent = session.account;
    event.workstation = session.workstation;
    event.patient = patient;
    event.detail = detail;
    return UnitOfWork(command, std::move(event), session.site);
}

Task<Result<void>> authorise(Context context, QString act)
{
    if (context.policy->isGranted(context.session.roles, act))
        co_return ok();
    security::AuditEvent event;
    event.act = act;
    event.outcome = security::AuditOutcome::Refused;
    event.recorded = context.clock->now();
    event.agent = context.session.account;
    event.workstation = context.session.workstation;
    auto recording =
        context.store->commit(UnitOfWork(context.newCommand(), std::move(event), context.session.site));
    CO_TRY_VOID(co_await recording);
    const QString roles = context.policy->rolesFor(act).join(QLatin1Char(','));
    co_return Error{ErrorKind::Forbidden, QStringLiteral("access.denied"), roles};
}

} // namespace simiao::workflow
