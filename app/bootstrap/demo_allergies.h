#pragma once

#include "bootstrap/demo_people_material.h"
#include "domain/clinical/allergy_intolerance.h"

namespace simiao::bootstrap {

/// Asks the patient: sets `allergyStatus`, and gives what is recorded (about one in eight).
std::vector<clinical::AllergyIntolerance> inventAllergies(const std::vector<Allergen> &allergens,
                                                          administration::Patient &patient,
                                                          Dice &dice);

} // namespace simiao::bootstrap
