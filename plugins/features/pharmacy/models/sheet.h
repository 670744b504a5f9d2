#pragma once

#include "sdk/desk.h"
#include "workflow/dispensing/dispense.h"

namespace simiao::pharmacy {

/// One line of a prescription with what the shelf holds of it.
struct SheetLine
{
    medications::MedicationRequest request;
    medications::Medication medication;
    qint64 onHand = 0;   ///< usable units on the shelf
    qint64 promised = 0; ///< of these, units other payments and this one reserved
};

/// Units of a line from one lot: proposed before, given after dispensing.
struct LotPart
{
    medications::MedicationRequest request;
    medications::Lot lot;
    qint64 quantity = 0;
};

/// Everything the pharmacist looks at for one prescription.
struct Sheet
{
    medications::Prescription prescription;
    sdk::BannerPatient banner;
    administration::Organization department;
    security::Account prescriber;
    LocalText withdrawnBy; ///< who withdrew it (at Record::recordedAt); empty where nobody did
    std::vector<clinical::Condition> diagnoses; ///< of this visit, by rank
    std::vector<SheetLine> lines;
    std::vector<LotPart> parts;              ///< empty until paid
    std::vector<workflow::PickedLine> picks; ///< what dispense() will take
    std::optional<Error> pickProblem;        ///< why no lots could be proposed
};

/// Acts `patient.read` and `stock.read`.
Task<Result<Sheet>> readSheet(workflow::Context context, Id<medications::Prescription> id);

} // namespace simiao::pharmacy
