#pragma once

#include "workflow/ports/unit_of_work.h"

#include <map>
#include <vector>

namespace simiao::workflow {

/// What an import changes. Nothing is removed: what a file leaves out stays as it is.
template <Entity T>
struct ImportPlan
{
    std::vector<T> added;   ///< without ids
    std::vector<T> changed; ///< with the version that was read
    int unchanged = 0;
};

/// Compares rows as a file wants them with those on record. A row without an id is new. Pure.
template <Entity T>
ImportPlan<T> planImport(const std::vector<T> &wanted, const std::vector<T> &known)
{
    std::map<Id<T>, const T *> byId;
    for (const auto &row : known)
        byId.insert({row.id, &row});

    ImportPlan<T> plan;
    for (const auto &row : wanted) {
        if (row.id.isNull())
            plan.added.push_back(row);
        else if (row != *byId.at(row.id))
            plan.changed.push_back(row);
        else
            ++plan.unchanged;
    }
    return plan;
}

} // namespace simiao::workflow
