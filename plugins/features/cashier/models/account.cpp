#include "cashier/models/account.h"

#include "workflow/ports/queries.h"

namespace simiao::cashier {

namespace {

const QString kRead = QStringLiteral("charge.read");

std::optional<Quantity> latestWeight(const std::vector<diagnostics::Observation> &newestFirst)
{
    const auto weight = std::ranges::find_if(newestFirst, [](const diagnostics::Observation &observation) {
        return observation.code.code == diagnostics::kBodyWeight;
    });
    return weight == newestFirst.end() ? std::nullopt : std::optional(weight->value);
}

Task<Result<sdk::BannerPatient>> readBanner(workflow::Context context, Id<administration::Patient> id)
{
    auto loading = workflow::load(context.store, id);
    CO_TRY(const auto patient, co_await loading);
    auto findingAllergies = workflow::find(context.store, workflow::query::allergiesOfPatient, id);
    CO_TRY(const auto allergies, co_await findingAllergies);
    auto findingObservations = workflow::find(context.store, workflow::query::observationsOfPatient, id);
    CO_TRY(const auto observations, co_await findingObservations);
    const sdk::BannerPatient banner{patient, allergies, latestWeight(observations)};
    co_return banner;
}

Task<Result<std::vector<WithdrawnCharge>>> readWithdrawn(workflow::Context context,
                                                         Id<administration::Encounter> encounter)
{
    using medications::PrescriptionStatus;
    auto finding = workflow::find(context.store, workflow::query::prescriptionsOfEncounter, encounter);
    CO_TRY(const auto prescriptions, co_await finding);
    std::vector<WithdrawnCharge> withdrawn;
    for (const auto &prescription : prescriptions) {
        if (prescription.status != PrescriptionStatus::Cancelled || !prescription.reviewedAt)
            continue; // nobody at a till has seen it
        auto loading = workflow::load(context.store, prescription.recordedBy);
        CO_TRY(const auto who, co_await loading);
        withdrawn.push_back({prescription, {who.nameEn, who.name}});
    }
    co_return Result<std::vector<WithdrawnCharge>>(std::move(withdrawn));
}

bool holds(const std::vector<Payable> &payables, Id<administration::Encounter> id)
{
    return std::ranges::any_of(payables, [id](const Payable &one) { return one.encounter.id == id; });
}

/// Whether it left the list because something was withdrawn, and not because it was paid after that.
Task<Result<bool>> wasWithdrawn(workflow::Context context, Id<administration::Encounter> encounter)
{
    auto finding = readWithdrawn(context, encounter);
    CO_TRY(const auto withdrawn, co_await finding);
    auto findingReceipts = workflow::find(context.store, workflow::query::invoicesOfEncounter, encounter);
    CO_TRY(const auto receipts, co_await findingReceipts);
    const bool isLater = std::ranges::any_of(withdrawn, [&receipts](const WithdrawnCharge &charge) {
        return std::ranges::all_of(receipts, [&charge](const financial::Invoice &receipt) {
            return receipt.recordedAt < charge.prescription.recordedAt;
        });
    });
    co_return isLater;
}

} // namespace

Task<Result<Payable>> latestPayable(workflow::Context context, Id<administration::Patient> id)
{
    auto authorising = workflow::authorise(context, kRead);
    CO_TRY_VOID(co_await authorising);
    auto finding = workflow::find(context.store, workflow::query::encountersOfPatient, id);
    CO_TRY(const auto visits, co_await finding);
    if (visits.empty())
        co_return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), QStringLiteral("encounter")};
    auto loading = workflow::load(context.store, id);
    CO_TRY(const auto patient, co_await loading);
    auto summing = workflow::find(context.store, workflow::query::openCharges, visits.front().id);
    CO_TRY(const auto charges, co_await summing);
    const Payable payable{visits.front(), patient, financial::totalOf(charges)};
    co_return payable;
}

Task<Result<std::vector<Payable>>> readPayables(workflow::Context context,
                                                std::vector<administration::Encounter> known)
{
    auto authorising = workflow::authorise(context, kRead);
    CO_TRY_VOID(co_await authorising);
    auto finding = workflow::find(context.store, workflow::query::encountersToPay);
    CO_TRY(const auto encounters, co_await finding);
    std::vector<Payable> payables;
    for (const auto &encounter : encounters) {
        auto loading = workflow::load(context.store, encounter.patient);
        CO_TRY(const auto patient, co_await loading);
        auto summing = workflow::find(context.store, workflow::query::openCharges, encounter.id);
        CO_TRY(const auto charges, co_await summing);
        payables.push_back({encounter, patient, financial::totalOf(charges)});
    }
    for (const auto &encounter : known) {
        if (holds(payables, encounter.id))
            continue;
        auto asking = wasWithdrawn(context, encounter.id);
        CO_TRY(const bool isWithdrawn, co_await asking);
        if (!isWithdrawn)
            continue;
        auto loading = workflow::load(context.store, encounter.patient);
        CO_TRY(const auto patient, co_await loading);
        payables.push_back({encounter, patient, Money{}, true});
    }
    co_return payables;
}

Task<Result<Account>> readAccount(workflow::Context context, administration::Encounter encounter)
{
    auto authorising = workflow::authorise(context, kRead);
    CO_TRY_VOID(co_await authorising);
    auto reading = readBanner(context, encounter.patient);
    CO_TRY(const auto banner, co_await reading);
    auto findingOpen = workflow::find(context.store, workflow::query::openCharges, encounter.id);
    CO_TRY(const auto open, co_await findingOpen);
    auto findingReceipts = workflow::find(context.store, workflow::query::invoicesOfEncounter, encounter.id);
    CO_TRY(const auto receipts, co_await findingReceipts);
    auto findingWithdrawn = readWithdrawn(context, encounter.id);
    CO_TRY(const auto withdrawn, co_await findingWithdrawn);
    const Account account{banner, open, withdrawn, receipts};
    co_return account;
}

} // namespace simiao::cashier
