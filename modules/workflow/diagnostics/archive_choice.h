#pragma once

#include "workflow/ports/image_archive.h"

namespace simiao::workflow {

/// All archives there are, each once. Of two with one name, which is one archive that is reached both ways, the one over the web is
/// taken: a series comes by one request there, and a firewall lets it through.
std::vector<std::shared_ptr<ImageArchive>> preferredArchives(
    std::vector<std::shared_ptr<ImageArchive>> web,
    const std::vector<std::shared_ptr<ImageArchive>> &dimse);

/// The same, the one of that name first; the others keep their order.
std::vector<std::shared_ptr<ImageArchive>> withFirst(std::vector<std::shared_ptr<ImageArchive>> archives,
                                                     const QString &name);

} // namespace simiao::workflow
