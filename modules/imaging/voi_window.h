#pragma once

#include <QString>

namespace simiao::imaging {

/// DICOM VOI LUT Function (0028,1056).
enum class VoiFunction { Linear, LinearExact, Sigmoid };

/// Which modality values are spread over the greys of the screen (DICOM PS3.3 C.11.2.1).
struct VoiWindow
{
    double center = 0; ///< in modality units, e.g. HU
    double width = 1;  ///< in modality units
    VoiFunction function = VoiFunction::Linear;
    /// Window Center & Width Explanation (0028,1055), as the modality wrote it.
    QString explanation = {};

    bool operator==(const VoiWindow &) const = default;

    /// Finite numbers no device measures beyond, and a legal width: at least 1 for Linear, more than 0 for the others.
    bool isUsable() const;

    /// Where `value` falls between black (0) and white (1).
    /// \source DICOM PS3.3 C.11.2.1.2.1 (LINEAR), C.11.2.1.3.1 (SIGMOID), C.11.2.1.3.2 (LINEAR_EXACT)
    double fraction(double value) const;
};

/// The window that shows everything from `lowest` to `highest` and nothing else.
VoiWindow windowOver(double lowest, double highest);

} // namespace simiao::imaging
