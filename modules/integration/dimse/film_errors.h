#pragma once

#include "core/result.h"

#include <utility>

namespace simiao::dimse {

/// What is said of an archive, said of a film printer: `archive.unreachable` becomes `film.unreachable`, so `.silent`, `.cut`, `.answer`
/// and `.certificate`; `archive.refused` becomes `film.not-admitted`, `archive.service-refused` `film.no-service`. Others stay.
Error ofPrinter(Error error);

template <typename T>
Result<T> ofPrinter(Result<T> result)
{
    if (!result)
        return ofPrinter(std::move(result).error());
    return result;
}

} // namespace simiao::dimse
