#pragma once

#include "workflow/context.h"
#include "workflow/ports/archive_setup.h"

namespace simiao::workflow {

/// Asks an archive or worklist whether it answers; needs `setting.manage`. As ArchiveSetup::probe().
Task<Result<ArchiveProof>> tryArchive(Context context,
                                      std::shared_ptr<ArchiveSetup> setup,
                                      ArchiveEntry entry,
                                      std::optional<ArchiveEntry> own,
                                      std::stop_token stop);

/// Replaces the connections of this workstation; needs `setting.manage`, act `setting.change`, in the trail before it counts.
/// \param what  for the trail: "archive Radiology"; no secret
/// \returns the fault of an entry that is new or changed; Conflict `archive.name-taken` where two of a kind have one name; as
///          ArchiveSetup::store()
Task<Result<void>> setUpArchives(Context context,
                                 std::shared_ptr<ArchiveSetup> setup,
                                 Uuid command,
                                 std::vector<ArchiveEntry> entries,
                                 QString what);

} // namespace simiao::workflow
