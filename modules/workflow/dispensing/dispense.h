#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// One line with the lots it is taken from.
struct PickedLine
{
    medications::MedicationRequest request;
    std::vector<medications::Pick> picks;
    std::vector<medications::Lot> lots; ///< the lots of `picks`, in their order
};

/// Which lots a paid prescription is taken from: what was promised at payment, first expiring first. Act `stock.read`.
/// Conflict `stock.insufficient` with the missing units.
Task<Result<std::vector<PickedLine>>> proposePicks(Context context,
                                                   Id<medications::Prescription> prescription);

/// Takes the units from the shelf, lot by lot, and records what was given; the prescription is dispensed.
/// Act `medication.dispense`. Conflict `prescription.state` unless paid, `dispense.quantity` when the picks do not add up
/// to a line, `dispense.lot` when a lot is of another drug or expired, `stock.insufficient` when somebody else took them.
Task<Result<medications::Prescription>> dispense(Context context,
                                                 Uuid command,
                                                 Id<medications::Prescription> prescription,
                                                 std::vector<PickedLine> lines);

/// The patient has the drugs: dispensed -> handed over. Act `medication.dispense`.
Task<Result<medications::Prescription>> handOver(Context context,
                                                 Uuid command,
                                                 Id<medications::Prescription> prescription);

} // namespace simiao::workflow
