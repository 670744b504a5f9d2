#pragma once

#include "bootstrap/demo_people_source.h"
#include "bootstrap/demo_person.h"

namespace simiao::bootstrap {

/// How many there are in a demonstration of full size.
inline constexpr int kGeneratedPeople = 500;

/// The persons number `first` to `first + count - 1`, each with everything on record. A person follows from the
/// source and the number alone, whoever else is generated.
/// \thread  any, pure
std::vector<DemoPerson> generatePeople(const PeopleSource &source, int first, int count);

} // namespace simiao::bootstrap
