#pragma once

#include "bootstrap/demo_people_source.h"

namespace simiao::bootstrap {

// What makes a person somebody, and nobody real. Each is a draw of its own.

/// Surname and two characters: single ones would hit on names of history.
QString inventName(const PeopleMaterial &material, administration::Gender gender, Dice &dice);

/// Of somebody aged 0 (two months at least: earlier nobody has an identity number) to 95 on `today`.
Date inventBirthDate(Date today, Dice &dice);

/// Valid by GB 11643, but of a county that was never assigned. The `index` makes it the person's own.
QString inventIdentityNumber(const PeopleMaterial &material,
                             int index,
                             administration::Gender gender,
                             Date birthDate);

/// Eleven digits that no operator gives out.
QString inventPhone(const PeopleMaterial &material, Dice &dice);
QString inventAddress(const PeopleMaterial &material, Dice &dice);
administration::Payer inventPayer(int years, Dice &dice);

/// The person number `index` (from 0), with an MRN below those that registration allocates. Allergies are
/// not asked for yet.
administration::Patient inventPatient(const PeopleSource &source, int index, Dice &dice);

} // namespace simiao::bootstrap
