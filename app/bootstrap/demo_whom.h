#pragma once

#include "bootstrap/json_place.h"
#include "domain/administration/patient.h"

namespace simiao::bootstrap {

/// Whom a complaint or a reference interval is for.
struct Whom
{
    std::optional<administration::Gender> sex; ///< absent: both
    int fromYears = 0;
    int toYears = 150; ///< still included

    bool includes(administration::Gender gender, int years) const;
};

/// The members `sex` (any, male, female), `fromAge` and `toAge` (null: no limit) of an object.
Result<Whom> readWhom(const JsonPlace &place);

/// Completed years on `day`; 0 before birth.
int yearsOld(Date birthDate, Date day);

} // namespace simiao::bootstrap
