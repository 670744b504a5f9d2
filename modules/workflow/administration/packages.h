#pragma once

#include "core/line_diff.h"
#include "workflow/administration/package_rules.h"
#include "workflow/context.h"

namespace simiao::workflow {

/// What became of a file, or would become of it.
struct PackageInstallation
{
    administration::Library library; ///< as stored, or as it would be
    bool isStored = false;           ///< false after a dry run of a new version
    PackageText before;              ///< what holds now, and what the file is compared with
    std::vector<DiffLine> difference;
};

/// Which version is to become active, and why.
struct PackageChoice
{
    QString name;
    QString release; ///< of a stored version; empty: what the program came with (roll-back only)
    QString reason;
};

/// Every version the store holds, by name, then in the order in which they were installed. Act `setting.manage`.
Task<Result<std::vector<administration::Library>>> installedPackages(Context context);

/// Stores the file as a version that waits to be activated; the same file again gives what is stored. Act `setting.manage`,
/// in the trail as `package.install`. A dry run stores nothing and tells what it would.
/// \returns Invalid `package.reason-missing`; what readCandidate() and checkNew() refuse
Task<Result<PackageInstallation>> installPackage(Context context,
                                                 Uuid command,
                                                 PackageCatalogue catalogue,
                                                 PackageFile file,
                                                 QString reason,
                                                 bool isDryRun);

/// Makes a version that is not older than what holds the active one; the one before is retired. Who has the program open
/// uses it from the next check on. Act `setting.manage`, in the trail as `package.activate`. The reason may be empty.
/// \returns Invalid `package.name-unknown`; NotFound `package.version-unknown`; what checkActivation() refuses
Task<Result<administration::Library>> activatePackage(Context context,
                                                      Uuid command,
                                                      PackageCatalogue catalogue,
                                                      PackageChoice choice);

/// Goes back to an earlier version, or to what the program came with: a new act with a reason of its own. Act
/// `setting.manage`, in the trail as `package.roll-back`.
/// \returns the version that is active now, or the retired one where the shipped text holds; Invalid
///          `package.reason-missing`; Conflict `package.shipped-holds`; else as activatePackage()
Task<Result<administration::Library>> rollBackPackage(Context context,
                                                      Uuid command,
                                                      PackageCatalogue catalogue,
                                                      PackageChoice choice);

} // namespace simiao::workflow
