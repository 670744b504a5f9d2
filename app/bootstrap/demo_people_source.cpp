#include "bootstrap/demo_people_source.h"

#include <algorithm>

namespace simiao::bootstrap {

std::optional<DemoDrug> drugOnShelf(const medications::Medication &medication,
                                    const std::vector<medications::Lot> &lots)
{
    const auto lot = std::ranges::max_element(lots, {}, &medications::Lot::expiry);
    return lot == lots.end() ? std::nullopt : std::optional(DemoDrug{medication, lot->id});
}

} // namespace simiao::bootstrap
