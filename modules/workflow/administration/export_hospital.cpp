#include "workflow/administration/export_hospital.h"

namespace simiao::workflow {

Task<Result<Transfer>> exportHospital(Context context,
                                      Uuid command,
                                      std::shared_ptr<StoreMaintenance> maintenance,
                                      ExportOrder order)
{
    auto authorising = authorise(context, QStringLiteral("database.maintain"));
    CO_TRY_VOID(co_await authorising);
    auto recording = context.store->commit(context.begin(command, QStringLiteral("hospital.export")));
    CO_TRY_VOID(co_await recording);
    order.site = context.session.site;
    order.created = context.clock->now();
    auto exporting = maintenance->exportTo(std::move(order));
    co_return co_await exporting;
}

} // namespace simiao::workflow
