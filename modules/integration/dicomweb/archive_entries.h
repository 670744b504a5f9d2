#pragma once

#include "workflow/ports/archive_setup.h"

namespace simiao::dicomweb {

/// Web archives as entries that people edit. Fields are the keys below `dicomweb.<id>.` (plugins/backends/dicomweb/README.md).
class DicomWebProtocol : public workflow::ArchiveProtocol
{
public:
    std::vector<workflow::ArchiveKind> kinds() const override;
    std::vector<workflow::ArchiveEntry> entries(const Config &config) const override;
    /// Faults of configuredServers(); `archive.field` for a name that is missing.
    std::optional<workflow::ArchiveFault> fault(const workflow::ArchiveEntry &entry) const override;
    /// An entry without an id gets one that no other has.
    QMap<QString, QStringList> settings(const std::vector<workflow::ArchiveEntry> &entries) const override;
    workflow::ArchiveLinks connections(const Config &config) const override;
};

} // namespace simiao::dicomweb
