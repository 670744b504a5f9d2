#include "workflow/consultation/record_access.h"

#include "workflow/ports/queries.h"

#include <algorithm>

namespace simiao::workflow {

namespace {

const auto kBreakGlass = QStringLiteral("patient.break-glass");

bool isCaredFor(const Session &session, const administration::Encounter &encounter)
{
    const bool isOfDepartment = session.department && encounter.department == session.department;
    return encounter.practitioner == session.account || isOfDepartment;
}

Task<Result<bool>> hasCareRelation(Context context, Id<administration::Patient> patient)
{
    auto finding = find(context.store, query::encountersOfPatient, patient);
    CO_TRY(const auto encounters, co_await finding);
    co_return std::ranges::any_of(encounters, [&context](const administration::Encounter &encounter) {
        return isCaredFor(context.session, encounter);
    });
}

} // namespace

Task<Result<AccessGround>> openRecord(Context context,
                                      administration::Patient patient,
                                      std::optional<BreakGlassReason> reason)
{
    if (!patient.confidentiality)
        co_return AccessGround::Open;
    auto relating = hasCareRelation(context, patient.id);
    CO_TRY(const auto isCared, co_await relating);
    if (isCared)
        co_return AccessGround::Care;
    if (!reason)
        co_return Error{ErrorKind::Forbidden, QStringLiteral("record.restricted")};
    auto authorising = authorise(context, kBreakGlass);
    CO_TRY_VOID(co_await authorising);
    auto recording =
        context.store->commit(context.begin(context.newCommand(), kBreakGlass, patient.id, codeOf(*reason)));
    CO_TRY_VOID(co_await recording);
    co_return AccessGround::BrokenGlass;
}

} // namespace simiao::workflow
