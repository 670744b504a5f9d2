#pragma once

#include "core/config.h"
#include "integration/dimse/destination.h"
#include "integration/dimse/listener.h"

#include <optional>
#include <vector>

namespace simiao::dimse {

/// What the settings `dicom.*` say of archives and worklists; README.md lists them.
struct ArchiveSettings
{
    std::vector<Destination> archives;
    std::vector<Destination> worklists;
    /// Where archives may call us; nothing: nowhere.
    std::optional<ListeningPlace> place;
    /// What could not be read and was left out: `archive.address`, `archive.title`, `archive.listener`.
    std::vector<Error> faults;
};

ArchiveSettings archiveSettings(const Config &config);

/// The archive or worklist of that name, or the one at that address.
/// \returns NotFound `archive.unknown` with the names there are; as parsedAddress
Result<Destination> destinationNamed(const QString &nameOrAddress,
                                     const std::vector<Destination> &known,
                                     const Config &config);

} // namespace simiao::dimse
