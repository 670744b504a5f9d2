#include "workflow/frontdesk/reveal_identifiers.h"

namespace simiao::workflow {

Task<Result<administration::Patient>> revealIdentifiers(Context context, Id<administration::Patient> id)
{
    const auto act = QStringLiteral("patient.identifiers");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto loading = load(context.store, id);
    CO_TRY(const auto patient, co_await loading);
    auto recording = context.store->commit(context.begin(context.newCommand(), act, id));
    CO_TRY_VOID(co_await recording);
    co_return patient;
}

} // namespace simiao::workflow
