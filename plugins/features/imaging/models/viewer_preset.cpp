#include "imaging/models/viewer_preset.h"

#include "imaging/auto_window.h"

#include <algorithm>

namespace simiao::viewer {

std::optional<imaging::VoiWindow> ViewerPreset::windowOn(const imaging::Frame &frame) const
{
    if (!frame.isGrey())
        return std::nullopt;
    if (percentiles) {
        const auto values =
            imaging::valuesBetween(frame, percentiles->first / 100, percentiles->second / 100);
        return imaging::windowOver(values.lowest, values.highest);
    }
    // A frame that names no unit is taken at its modality's word.
    const auto &own = frame.facts().modality.unit;
    if (!own.isEmpty() && own != unit)
        return std::nullopt;
    return imaging::VoiWindow{.center = center, .width = width};
}

bool ViewerPreset::isFor(const QString &modality, const QString &bodyPart) const
{
    return modalities.contains(modality) && (bodyParts.isEmpty() || bodyParts.contains(bodyPart));
}

std::vector<const ViewerPreset *> presetsFor(const std::vector<ViewerPreset> &all,
                                             const QString &modality,
                                             const QString &bodyPart)
{
    constexpr std::size_t kKeys = 9;
    std::vector<const ViewerPreset *> fitting;
    for (const bool isOfPart : {true, false}) {
        for (const auto &preset : all) {
            if (preset.isFor(modality, bodyPart) && preset.bodyParts.isEmpty() != isOfPart)
                fitting.push_back(&preset);
        }
    }
    fitting.resize(std::min(fitting.size(), kKeys));
    return fitting;
}

} // namespace simiao::viewer
