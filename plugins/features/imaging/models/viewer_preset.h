#pragma once

#include "domain/base/local_text.h"
#include "imaging/frame.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace simiao::viewer {

/// A named window that one key calls up: fixed values where the numbers have a unit, else a part of what the image holds.
struct ViewerPreset
{
    QString id = {}; ///< stable: part of a command id
    LocalText title = {};
    QStringList modalities = {}; ///< DICOM codes
    QStringList bodyParts = {};  ///< Body Part Examined; empty: any
    QString unit = {};           ///< of the values, "HU"; empty for percentiles
    double center = 0;
    double width = 1;
    /// From which to which part of the measured values, in percent.
    std::optional<std::pair<double, double>> percentiles = {};

    /// The window on this image; nothing where its values have another unit, or it has no greys.
    std::optional<imaging::VoiWindow> windowOn(const imaging::Frame &frame) const;
    bool isFor(const QString &modality, const QString &bodyPart) const;
};

/// Those for a series in the order of their keys: of its body part first, nine at most.
std::vector<const ViewerPreset *> presetsFor(const std::vector<ViewerPreset> &all,
                                             const QString &modality,
                                             const QString &bodyPart);

} // namespace simiao::viewer
