#pragma once

#include "integration/dicomweb/studies_service.h"

namespace simiao::dicomweb {

/// Finds out what an archive can do, without changing it. The first question decides: its error is the result. Notices:
/// `archive.not-encrypted`, `archive.no-metadata`, `archive.no-store`, `archive.no-limit`, `archive.no-instances`,
/// `archive.no-escapes`, `archive.no-unicode`.
/// \thread  one, which waits
Result<workflow::ArchiveProof> probeArchive(StudiesService &service, std::stop_token stop);

} // namespace simiao::dicomweb
