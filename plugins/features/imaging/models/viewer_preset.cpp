#include "imaging/models/viewer_preset.h"

#include "core/try.h"
#include "imaging/auto_window.h"

#include <algorithm>

namespace simiao::viewer {

namespace {

Error otherUnit(const QString &unit)
{
    return {.kind = ErrorKind::Invalid, .code = QStringLiteral("imaging.preset-unit"), .detail = unit};
}

/// From 0 on: LINEAR would take half a unit away, which is much of an SUV.
Result<imaging::VoiWindow> suvWindow(const ViewerPreset &preset, const imaging::Frame &frame)
{
    if (!frame.facts().pet)
        return otherUnit(preset.unit);
    TRY(const double perUnit, imaging::suvPerUnit(*frame.facts().pet));
    return imaging::VoiWindow{.center = preset.center / perUnit,
                              .width = preset.width / perUnit,
                              .function = imaging::VoiFunction::LinearExact};
}

} // namespace

Result<imaging::VoiWindow> ViewerPreset::windowOn(const imaging::Frame &frame) const
{
    if (!frame.isGrey())
        return otherUnit(unit);
    if (percentiles) {
        const auto values =
            imaging::valuesBetween(frame, percentiles->first / 100, percentiles->second / 100);
        return imaging::windowOver(values.lowest, values.highest);
    }
    if (unit == kSuv)
        return suvWindow(*this, frame);
    // A frame that names no unit is taken at its modality's word.
    const auto &own = frame.facts().modality.unit;
    if (!own.isEmpty() && own != unit)
        return otherUnit(unit);
    return imaging::VoiWindow{.center = center, .width = width};
}

bool ViewerPreset::isOn(const imaging::Frame &frame, const imaging::VoiWindow &window) const
{
    if (percentiles)
        return false;
    const auto own = windowOn(frame);
    return own && own->center == window.center && own->width == window.width;
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
