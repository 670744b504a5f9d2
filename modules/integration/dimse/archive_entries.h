#pragma once

#include "integration/dimse/destination.h"
#include "workflow/ports/archive_setup.h"

namespace simiao::dimse {

/// Archives, worklists and film printers that speak DIMSE, and this end of them, as entries that people edit. Fields are the keys of README.md;
/// besides `host`, `port`, `title` and `tls` ("true"). An address that cannot be read stands whole in `address`.
class DimseProtocol : public workflow::ArchiveProtocol
{
public:
    std::vector<workflow::ArchiveKind> kinds() const override;
    std::vector<workflow::ArchiveEntry> entries(const Config &config) const override;
    /// `archive.field` (what is wrong), `archive.title`, `archive.listener`, `archive.tls-file`
    std::optional<workflow::ArchiveFault> fault(const workflow::ArchiveEntry &entry) const override;
    QMap<QString, QStringList> settings(const std::vector<workflow::ArchiveEntry> &entries) const override;
    workflow::ArchiveLinks connections(const Config &config) const override;
};

/// "dicom://TITLE@host:port?name=…": what parsedAddress() reads as the same. Signs that mean something in addresses or lists are
/// escaped, Chinese names stay legible.
QString addressOf(const workflow::ArchiveEntry &entry);

} // namespace simiao::dimse
