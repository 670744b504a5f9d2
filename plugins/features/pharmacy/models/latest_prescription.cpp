#include "pharmacy/models/latest_prescription.h"

#include "workflow/ports/queries.h"

#include <algorithm>

namespace simiao::pharmacy {

using medications::Prescription;
using medications::PrescriptionStatus;

namespace {

bool isOver(const Prescription &prescription)
{
    return prescription.status == PrescriptionStatus::HandedOver
        || prescription.status == PrescriptionStatus::Cancelled;
}

} // namespace

Task<Result<Prescription>> latestPrescription(workflow::Context context, Id<administration::Patient> patient)
{
    auto authorising = workflow::authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    auto findingVisits = workflow::find(context.store, workflow::query::encountersOfPatient, patient);
    CO_TRY(const auto visits, co_await findingVisits);
    for (const auto &visit : visits) {
        auto finding = workflow::find(context.store, workflow::query::prescriptionsOfEncounter, visit.id);
        CO_TRY(const auto prescriptions, co_await finding);
        if (prescriptions.empty())
            continue;
        const auto open = std::ranges::find_if_not(prescriptions, isOver);
        co_return open == prescriptions.end() ? prescriptions.back() : *open;
    }
    co_return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), QStringLiteral("prescription")};
}

} // namespace simiao::pharmacy
