#pragma once

#include "workflow/context.h"

namespace simiao::workflow {

/// What the front desk knows of a new patient.
struct PatientDetails
{
    QString name;
    administration::Gender gender = administration::Gender::Unknown;
    Date birthDate;
    QString identityNumber; ///< GB 11643, or empty when the person has none at hand
    QString phone;
    QString address;
    administration::Payer payer = administration::Payer::SelfPay;
};

/// Checks the details: name and birth date are there, the identity number is well formed and agrees with sex and birth date.
/// \returns `patient.name-missing`, `patient.birth-date-missing`, `patient.identity-disagrees` (detail: gender, birth-date),
///          or what parseIdentityNumber and checkedText say
Result<PatientDetails> checkedDetails(PatientDetails details, Date today);

/// Records a new patient and gives her a number (MRN). Act `patient.register`.
/// Conflict `store.unique` (patient.identity_number) when the person is on record already.
/// \param command  makes a repeated click harmless
Task<Result<administration::Patient>> registerPatient(Context context, Uuid command, PatientDetails details);

} // namespace simiao::workflow
