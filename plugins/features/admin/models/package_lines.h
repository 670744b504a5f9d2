#pragma once

#include "workflow/administration/packages.h"

#include <map>

namespace simiao::admin {

/// What the store holds of rules and templates, and who brought it.
struct PackageReading
{
    std::vector<administration::Library> libraries;
    std::map<Id<security::Account>, QString> names; ///< log-in names
};

/// Act `setting.manage`.
Task<Result<PackageReading>> readPackages(workflow::Context context);

/// One kind of rules, words or templates, and what holds of it today.
struct PackageLine
{
    QString name; ///< "allergy-rules"
    LocalText title;
    workflow::PackageHeader header; ///< of what holds
    bool isShipped = true;          ///< else a version of the hospital holds
    /// Why the hospital's active version does not hold; the shipped one does.
    std::optional<Error> problem;
    /// The program ships a later version than the one that holds; empty: it does not.
    QString newerShipped;
};

/// A line for each kind, in the catalogue's order.
std::vector<PackageLine> packageLines(const workflow::PackageCatalogue &catalogue,
                                      const std::vector<administration::Library> &libraries,
                                      Date today);

/// One version of a kind: of the hospital, or the one that is shipped.
struct VersionLine
{
    administration::Library library; ///< of the shipped one: without status and history
    bool isShipped = false;
    bool isInForce = false;
};

/// The hospital's versions, the one installed last first, then the shipped one.
std::vector<VersionLine> versionLines(const workflow::PackageKind &kind,
                                      const std::vector<administration::Library> &libraries,
                                      Date today);

} // namespace simiao::admin
