#pragma once

#include "imaging/modality.h"
#include "imaging/voi_window.h"

class DcmItem;

namespace simiao::dicom {

/// A mapping of stored values to real ones by a table, or why it cannot be used.
struct RealWorldTable
{
    std::optional<imaging::LookupTable> table; ///< imaging::kUnmapped around the values that are mapped
    QString reason;                            ///< technical, English; empty where there is a table
};

/// Of one item of a Real World Value Mapping Sequence: Real World Value LUT Data (0040,9212) for the whole numbers from First to Last Value
/// Mapped (0040,9216, 0040,9211; as floats 0040,9214, 0040,9213), PS3.3 C.7.6.16.2.11. Used where it turns small into large, as linear mappings are.
/// \param isSigned  stored values are two's complement
RealWorldTable realWorldTable(DcmItem &mapping, bool isSigned);

/// A window over what is stored as one over what `table` makes of it: as wide as the values at its ends are apart. Nothing where they are
/// the same. \param window  exact (LINEAR_EXACT or SIGMOID)
std::optional<imaging::VoiWindow> windowThrough(const imaging::LookupTable &table, imaging::VoiWindow window);

} // namespace simiao::dicom
