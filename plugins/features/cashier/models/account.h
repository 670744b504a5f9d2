#pragma once

#include "domain/financial/charge_item.h"
#include "domain/medications/prescription.h"
#include "sdk/desk.h"

namespace simiao::cashier {

/// A visit with something to pay, or with nothing more because it was withdrawn.
struct Payable
{
    administration::Encounter encounter;
    administration::Patient patient;
    Money total;
    bool isWithdrawn = false;

    bool operator==(const Payable &) const = default;
};

/// A prescription that was reviewed and then withdrawn: nothing of it is to be paid.
struct WithdrawnCharge
{
    medications::Prescription prescription; ///< withdrawn at Record::recordedAt
    LocalText by;
};

/// What was charged and paid for one visit.
struct Account
{
    sdk::BannerPatient banner;
    std::vector<financial::ChargeItem> open;
    std::vector<WithdrawnCharge> withdrawn;
    std::vector<financial::Invoice> receipts;
};

/// Visits with open charges, longest waiting first. Act `charge.read`.
/// \param known  visits of the list before: those that owe nothing since a prescription was withdrawn stay in it, at its end
Task<Result<std::vector<Payable>>> readPayables(workflow::Context context,
                                                std::vector<administration::Encounter> known = {});

/// The patient's latest visit, also where it owes nothing. \returns NotFound `store.not-found` where there is none. Act `charge.read`.
Task<Result<Payable>> latestPayable(workflow::Context context, Id<administration::Patient> patient);

/// Act `charge.read`.
Task<Result<Account>> readAccount(workflow::Context context, administration::Encounter encounter);

} // namespace simiao::cashier
