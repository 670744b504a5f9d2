#pragma once

#include "bootstrap/demo_people_source.h"

namespace simiao::bootstrap {

/// One visit before it is written down. Refers to the material of its source.
struct VisitPlan
{
    Date day;
    Instant start; ///< in one of the session's half-hours, with time left for all that follows
    const ClinicSession *session = nullptr;
    const Complaint *complaint = nullptr;
    const Complaint *earlier = nullptr; ///< another one the patient came with before; null: none
    bool isReturn = false;              ///< the last visit was for the same complaint
};

/// What the patient came for in the three years before today, the earliest first: up to twelve visits on
/// different days, each while the physician is there. People no complaint is meant for (children) have none.
std::vector<VisitPlan> planVisits(const PeopleSource &source,
                                  const administration::Patient &patient,
                                  Dice &dice);

} // namespace simiao::bootstrap
