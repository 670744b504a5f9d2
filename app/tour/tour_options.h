#pragma once

#include "core/result.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace simiao::tour {

/// What the command line asks for.
struct TourOptions
{
    QString file;
    std::optional<QString> language;
    std::optional<QSize> size;
    QString output;         ///< folder of the screenshots; empty: none are written
    QString profile;        ///< empty: a fresh one, removed at the end
    bool isVisible = false; ///< on this display instead of offscreen
    int patience = 1;       ///< waits are so many times as long as the tour says, for a busy machine

    bool operator==(const TourOptions &) const = default;
};

/// \returns Invalid `tour.usage` with the option that is wrong in `detail`
Result<TourOptions> parseTourOptions(const QStringList &arguments);

} // namespace simiao::tour
