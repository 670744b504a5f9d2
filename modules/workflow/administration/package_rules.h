#pragma once

#include "workflow/package_text.h"

namespace simiao::workflow {

/// Bytes of a file that is to become a version; those that are shipped have less than a hundred thousand.
inline constexpr qint64 kLargestPackage = 4 * 1024 * 1024;

/// A file that is to become a version.
struct PackageFile
{
    QString name; ///< of the kind; empty: the file says it
    QByteArray content;
    QString place; ///< the file's name, which errors begin with
    /// Somebody says that an older version than the one that holds is wanted, to be taken by rolling back.
    bool isRollBackStated = false;
};

/// The version that a file would become: a draft without id and history. Pure.
/// \returns Invalid `package.too-large`, `package.encoding`; an error of JSON, `resources.shape` as readPackage() and
///          readPackageHeader() say it; `package.name-missing`; `package.name-differs` (what the file says);
///          `package.name-unknown` (the names there are); `package.ended` (its last day)
Result<administration::Library> readCandidate(const PackageCatalogue &catalogue,
                                              const PackageFile &file,
                                              Date today);

/// Whether the candidate may be stored beside the versions there are.
/// \returns Conflict `package.exists` when the same version holds another text; `package.shipped` when it is what the program
///          came with; Invalid `package.older` (the version that holds) unless a roll-back is stated
Result<void> checkNew(const PackageKind &kind,
                      const std::vector<administration::Library> &libraries,
                      const administration::Library &candidate,
                      const PackageFile &file);

/// Which way an activation goes.
enum class ActivationKind { Forward, RollBack };

/// Whether a stored version may become the active one today. It is read again: the program may be another one by now.
/// \returns Conflict `package.active`; Invalid `package.ended`, `package.not-yet` (the day); `package.older` when it goes back
///          without a roll-back, `package.newer` when a roll-back would go forward; an error of reading
Result<void> checkActivation(const PackageKind &kind,
                             const std::vector<administration::Library> &libraries,
                             const administration::Library &wanted,
                             ActivationKind way,
                             Date today);

} // namespace simiao::workflow
