#pragma once

#include "core/result.h"
#include "imaging/orientation.h"

#include <QString>

#include <vector>

namespace simiao::viewer {

/// A length in the patient, drawn on a plane.
struct VolumeLength
{
    imaging::Vector3 from; ///< mm, in the patient's coordinates
    imaging::Vector3 to;
    imaging::ImageOrientation plane;
    double slabMm = 0; ///< of the picture it was drawn on

    bool operator==(const VolumeLength &) const = default;
};

/// As they are kept; empty where there are none. The plane is kept as its six cosines.
QString toText(const std::vector<VolumeLength> &lengths);
/// Invalid `measurement.unreadable` with the member that it is about: the journal may be damaged, or of a later program.
Result<std::vector<VolumeLength>> volumeLengthsFromText(const QString &text);

} // namespace simiao::viewer
