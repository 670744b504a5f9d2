#pragma once

#include "terminology/icd10_file.h"
#include "workflow/context.h"

namespace simiao::terminology {

/// What an import did, or would do.
struct ImportReport
{
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<Icd10Reject> rejects; ///< a dry run only: with rejects nothing is imported

    bool operator==(const ImportReport &) const = default;
};

/// Stores the list in one audited commit, or nothing. A dry run compares and writes nothing, whatever the
/// file holds.
/// \param release   edition of the list, kept with each concept
/// \returns `access.denied` without the permission `terminology.import`; `import.rejected` (Invalid, number
///          of rejects in `detail`); an error of the store
/// \thread  GUI; comparing happens on the thread pool
Task<Result<ImportReport>> importIcd10(workflow::Context context,
                                       Icd10File file,
                                       QString release,
                                       bool isDryRun);

} // namespace simiao::terminology
