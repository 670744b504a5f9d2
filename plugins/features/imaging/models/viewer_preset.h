#pragma once

#include "domain/base/local_text.h"
#include "imaging/frame.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace simiao::viewer {

/// A unit that no image has: its values become SUV where it says all that takes (imaging/pet_facts.h).
inline constexpr QLatin1StringView kSuv("SUV");

/// A named window that one key calls up: fixed values where the numbers have a unit, else a part of what the image holds.
struct ViewerPreset
{
    QString id = {}; ///< stable: part of a command id
    LocalText title = {};
    QStringList modalities = {}; ///< DICOM codes
    QStringList bodyParts = {};  ///< Body Part Examined; empty: any
    QString unit = {};           ///< of the values, "HU", or kSuv; empty for percentiles
    double center = 0;
    double width = 1;
    /// From which to which part of the measured values, in percent.
    std::optional<std::pair<double, double>> percentiles = {};

    /// It is looked at with black for the most.
    bool isInverse = false;

    /// The window on this image, in the units of the image. Invalid `imaging.preset-unit` where its values have another unit, or it has no
    /// greys; as imaging::suvPerUnit().
    Result<imaging::VoiWindow> windowOn(const imaging::Frame &frame) const;
    /// `window` is the one that this image has by fixed values.
    bool isOn(const imaging::Frame &frame, const imaging::VoiWindow &window) const;
    bool isFor(const QString &modality, const QString &bodyPart) const;
};

/// Those for a series in the order of their keys: of its body part first, nine at most.
std::vector<const ViewerPreset *> presetsFor(const std::vector<ViewerPreset> &all,
                                             const QString &modality,
                                             const QString &bodyPart);

} // namespace simiao::viewer
