#include "pharmacy/models/worklist.h"

#include "workflow/ports/queries.h"

namespace simiao::pharmacy {

using medications::PrescriptionStatus;

Task<Result<std::vector<Work>>> readWorklist(workflow::Context context)
{
    auto authorising = workflow::authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    std::vector<Work> work;
    for (const auto status :
         {PrescriptionStatus::Signed, PrescriptionStatus::Paid, PrescriptionStatus::Dispensed}) {
        auto finding = workflow::find(context.store, workflow::query::prescriptionsInStatus, codeOf(status));
        CO_TRY(const auto prescriptions, co_await finding);
        for (const auto &prescription : prescriptions) {
            auto loading = workflow::load(context.store, prescription.patient);
            CO_TRY(const auto patient, co_await loading);
            work.push_back({prescription, patient});
        }
    }
    co_return work;
}

} // namespace simiao::pharmacy
