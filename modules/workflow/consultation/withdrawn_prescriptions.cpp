#include "workflow/consultation/withdrawn_prescriptions.h"

#include "workflow/ports/withdrawn_queries.h"

namespace simiao::workflow {

using medications::MedicationRequest;
using medications::Prescription;
using medications::PrescriptionStatus;

Task<Result<std::vector<MedicationRequest>>> withdrawnLines(Context context, Prescription prescription)
{
    auto finding = find(context.store, query::cancelledLinesOfPrescription, prescription.id);
    CO_TRY(auto lines, co_await finding);
    std::erase_if(lines, [&prescription](const MedicationRequest &line) {
        return line.recordedAt != prescription.recordedAt; // one act withdraws both
    });
    co_return lines;
}

Task<Result<std::vector<WithdrawnPrescription>>> withdrawnOfVisit(Context context,
                                                                  Id<administration::Encounter> encounter)
{
    auto authorising = authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    auto finding = find(context.store, query::prescriptionsOfEncounter, encounter);
    CO_TRY(const auto prescriptions, co_await finding);
    std::vector<WithdrawnPrescription> withdrawn;
    for (const auto &prescription : prescriptions) {
        if (prescription.status != PrescriptionStatus::Cancelled)
            continue;
        auto loading = load(context.store, prescription.recordedBy);
        CO_TRY(const auto who, co_await loading);
        auto reading = withdrawnLines(context, prescription);
        CO_TRY(const auto lines, co_await reading);
        withdrawn.push_back({prescription, {who.nameEn, who.name}, lines});
    }
    co_return Result<std::vector<WithdrawnPrescription>>(std::move(withdrawn));
}

} // namespace simiao::workflow
