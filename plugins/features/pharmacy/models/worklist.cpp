#include "pharmacy/models/worklist.h"

#include "workflow/ports/queries.h"
#include "workflow/ports/withdrawn_queries.h"

namespace simiao::pharmacy {

using medications::Prescription;
using medications::PrescriptionStatus;

namespace {

/// \source  Prescription Administration Measures (2007), article 18: a prescription holds for three days at most
constexpr std::int64_t kLongestHoldSeconds = std::int64_t(3) * 24 * 60 * 60;
constexpr std::int64_t kDaySeconds = std::int64_t(24) * 60 * 60;

Task<Result<std::vector<Work>>> withPatients(workflow::Context context,
                                             std::vector<Prescription> prescriptions)
{
    std::vector<Work> work;
    for (const auto &prescription : prescriptions) {
        auto loading = workflow::load(context.store, prescription.patient);
        CO_TRY(const auto patient, co_await loading);
        work.push_back({prescription, patient});
    }
    co_return work;
}

Task<Result<std::vector<Prescription>>> withdrawnToday(workflow::Context context)
{
    const auto &clock = *context.clock;
    const auto now = clock.now();
    auto finding = workflow::find(context.store, workflow::query::prescriptionsWithdrawn,
                                  now.plusSeconds(-kLongestHoldSeconds), now.plusSeconds(-kDaySeconds));
    CO_TRY(auto withdrawn, co_await finding);
    std::erase_if(withdrawn,
                  [&clock](const auto &one) { return clock.dayOf(one.recordedAt) != clock.today(); });
    co_return withdrawn;
}

} // namespace

Task<Result<std::vector<Work>>> readWorklist(workflow::Context context)
{
    auto authorising = workflow::authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    std::vector<Prescription> prescriptions;
    for (const auto status :
         {PrescriptionStatus::Signed, PrescriptionStatus::Paid, PrescriptionStatus::Dispensed}) {
        auto finding = workflow::find(context.store, workflow::query::prescriptionsInStatus, codeOf(status));
        CO_TRY(const auto found, co_await finding);
        prescriptions.insert(prescriptions.end(), found.begin(), found.end());
    }
    auto findingWithdrawn = withdrawnToday(context);
    CO_TRY(const auto withdrawn, co_await findingWithdrawn);
    prescriptions.insert(prescriptions.end(), withdrawn.begin(), withdrawn.end());
    auto reading = withPatients(context, prescriptions);
    co_return co_await reading;
}

} // namespace simiao::pharmacy
