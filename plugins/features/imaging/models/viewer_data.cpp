#include "imaging/models/viewer_data.h"

#include <algorithm>

namespace simiao::viewer {

const ViewerPreset *ViewerData::preset(const QString &id) const
{
    const auto found = std::ranges::find(presets, id, &ViewerPreset::id);
    return found == presets.end() ? nullptr : &*found;
}

} // namespace simiao::viewer
