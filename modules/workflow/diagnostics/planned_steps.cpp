#include "workflow/diagnostics/planned_steps.h"

namespace simiao::workflow {

Task<Result<Worklist>> plannedSteps(Context context,
                                    std::shared_ptr<ModalityWorklist> server,
                                    WorklistQuery query,
                                    std::stop_token stop)
{
    auto authorising = authorise(context, QStringLiteral("imaging.read"));
    CO_TRY_VOID(co_await authorising);
    auto recording = context.store->commit(
        context.begin(context.newCommand(), QStringLiteral("worklist.query"), {}, server->displayName()));
    CO_TRY_VOID(co_await recording);
    auto finding = server->find(std::move(query), std::move(stop));
    co_return co_await finding;
}

} // namespace simiao::workflow
