#include "domain/medications/prescription.h"

#include <algorithm>

namespace simiao::medications {

namespace {

bool anyOfClass(const std::vector<Medication> &drugs, PrescriptionClass wanted)
{
    return std::ranges::find(drugs, wanted, &Medication::prescriptionClass) != drugs.end();
}

} // namespace

bool isAllowed(PrescriptionStatus from, PrescriptionStatus to)
{
    using S = PrescriptionStatus;
    switch (from) {
    case S::Draft: return to == S::Signed || to == S::Cancelled;
    case S::Signed: return to == S::Reviewed || to == S::Returned || to == S::Cancelled;
    case S::Reviewed: return to == S::Paid || to == S::Cancelled;
    case S::Paid: return to == S::Dispensed;
    case S::Dispensed: return to == S::HandedOver;
    case S::Returned: return to == S::Signed || to == S::Cancelled;
    case S::HandedOver:
    case S::Cancelled: return false;
    }
    return false;
}

PrescriptionForm formFor(const std::vector<Medication> &drugs,
                         std::optional<Age> age,
                         int paediatricUnderYears)
{
    if (anyOfClass(drugs, PrescriptionClass::Narcotic)
        || anyOfClass(drugs, PrescriptionClass::PsychotropicOne))
        return PrescriptionForm::NarcoticPsychotropicOne;
    if (anyOfClass(drugs, PrescriptionClass::PsychotropicTwo))
        return PrescriptionForm::PsychotropicTwo;
    return age && age->years < paediatricUnderYears ? PrescriptionForm::Paediatric
                                                    : PrescriptionForm::Ordinary;
}

} // namespace simiao::medications
