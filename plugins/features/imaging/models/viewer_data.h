#pragma once

#include "core/error.h"
#include "imaging/models/corner_layout.h"
#include "imaging/models/hanging_protocol.h"
#include "imaging/models/viewer_preset.h"

namespace simiao::viewer {

/// What a hospital may change about the viewer without a compiler: files of resources/imaging and resources/hanging.
struct ViewerData
{
    std::vector<ViewerPreset> presets;
    std::vector<CornerLayout> corners;
    std::vector<HangingProtocol> protocols; ///< in the order of their files' names
    /// Files that were left out, each with the place of its first mistake.
    std::vector<Error> faults;

    const ViewerPreset *preset(const QString &id) const;
};

} // namespace simiao::viewer
