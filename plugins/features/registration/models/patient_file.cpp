#include "registration/models/patient_file.h"

#include "workflow/ports/queries.h"

namespace simiao::registration {

namespace {

std::optional<Quantity> latestWeight(const std::vector<diagnostics::Observation> &newestFirst)
{
    const auto weight = std::ranges::find_if(newestFirst, [](const diagnostics::Observation &observation) {
        return observation.code.code == diagnostics::kBodyWeight;
    });
    return weight == newestFirst.end() ? std::nullopt : std::optional(weight->value);
}

} // namespace

Task<Result<PatientFile>> readPatientFile(workflow::Context context, administration::Patient patient)
{
    auto authorising = workflow::authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    auto findingAllergies = workflow::find(context.store, workflow::query::allergiesOfPatient, patient.id);
    CO_TRY(const auto allergies, co_await findingAllergies);
    auto findingObservations =
        workflow::find(context.store, workflow::query::observationsOfPatient, patient.id);
    CO_TRY(const auto observations, co_await findingObservations);
    auto findingVisits = workflow::find(context.store, workflow::query::encountersOfPatient, patient.id);
    CO_TRY(const auto visits, co_await findingVisits);
    const PatientFile file{{patient, allergies, latestWeight(observations)}, visits};
    co_return file;
}

} // namespace simiao::registration
