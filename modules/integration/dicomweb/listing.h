#pragma once

#include "integration/dicomweb/studies_service.h"

#include <optional>

namespace simiao::dicomweb {

/// What a search found, as far as the archive lets it be read.
struct Listing
{
    std::vector<JsonDataset> rows; ///< each once
    bool isPartial = false;        ///< the archive says, or its own count shows, that there are more
};

/// All rows of a search. An archive that cuts its answers (Warning 299, or fewer rows than it states) is asked for the rest page by
/// page, until a page brings nothing new.
/// \param key  the attribute that tells two rows apart
/// \param stated  how many there are, as the archive tells elsewhere; nothing: unknown, and another page is asked for
/// \returns errors of the first page; a later one that fails leaves a partial list
Result<Listing> listed(StudiesService &service,
                       const QString &path,
                       tags::Tag key,
                       std::optional<int> stated,
                       std::stop_token stop);

} // namespace simiao::dicomweb
