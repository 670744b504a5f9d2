#include "pharmacy/models/worklist.h"

#include "workflow/ports/queries.h"

#include <algorithm>

namespace simiao::pharmacy {

using medications::PrescriptionStatus;

namespace {

bool holds(const std::vector<Work> &work, Id<medications::Prescription> id)
{
    return std::ranges::find(work, id, [](const Work &one) { return one.prescription.id; }) != work.end();
}

} // namespace

Task<Result<std::vector<Work>>> readWorklist(workflow::Context context,
                                             std::vector<Id<medications::Prescription>> known)
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
    for (const auto &id : known) {
        if (holds(work, id))
            continue;
        auto loading = workflow::load(context.store, id);
        CO_TRY(const auto prescription, co_await loading);
        if (prescription.status != PrescriptionStatus::Cancelled)
            continue;
        auto loadingPatient = workflow::load(context.store, prescription.patient);
        CO_TRY(const auto patient, co_await loadingPatient);
        work.push_back({prescription, patient});
    }
    co_return work;
}

} // namespace simiao::pharmacy
