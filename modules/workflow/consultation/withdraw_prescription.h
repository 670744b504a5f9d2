#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// A prescription that shall not be filled after all.
struct Withdrawal
{
    Id<medications::Prescription> prescription;
    QString reason; ///< read by the pharmacist; kept as Prescription::answer
};

/// Withdraws a prescription that is not paid: it leaves review and till, whose screens say by whom and when. Its lines are
/// cancelled, nothing is deleted. Act `medication-request.sign`. Invalid `withdraw.reason-missing`; Conflict
/// `prescription.state` (detail: its status) from payment on: then there is money to give back first.
Task<Result<medications::Prescription>> withdrawPrescription(Context context,
                                                             Uuid command,
                                                             Withdrawal withdrawal);

/// Whether it may be withdrawn now. Pure.
bool canWithdraw(const medications::Prescription &prescription);

} // namespace simiao::workflow
