#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// What the patient pays and with what.
struct Payment
{
    Id<administration::Encounter> encounter;
    /// The charges as they stood on the screen; a charge that appeared since is not paid unseen.
    std::vector<Id<financial::ChargeItem>> charges;
    financial::PaymentMethod method = financial::PaymentMethod::Cash;
    /// Handed over; equal to the total for everything but cash.
    Money tendered;
};

/// Settles charges: writes the invoice, reserves the drugs' units, marks their prescriptions paid. Act `payment.take`.
/// Conflict `payment.charges-changed` when a charge is no longer open, named twice or only a part of its prescription,
/// `stock.insufficient` when a drug ran out; Invalid `payment.too-little`, `payment.too-much`, `payment.nothing`.
Task<Result<financial::Invoice>> takePayment(Context context, Uuid command, Payment payment);

} // namespace simiao::workflow
