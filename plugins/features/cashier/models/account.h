#pragma once

#include "domain/financial/charge_item.h"
#include "sdk/desk.h"

namespace simiao::cashier {

/// A visit with something to pay.
struct Payable
{
    administration::Encounter encounter;
    administration::Patient patient;
    Money total;

    bool operator==(const Payable &) const = default;
};

/// What was charged and paid for one visit.
struct Account
{
    sdk::BannerPatient banner;
    std::vector<financial::ChargeItem> open;
    std::vector<financial::Invoice> receipts;
};

/// Visits with open charges, longest waiting first. Act `charge.read`.
Task<Result<std::vector<Payable>>> readPayables(workflow::Context context);

/// Act `charge.read`.
Task<Result<Account>> readAccount(workflow::Context context, administration::Encounter encounter);

} // namespace simiao::cashier
