#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace simiao::imaging {

/// A DICOM lookup table: entry 0 stands for stored value `firstMapped`.
/// Values below get the first entry, values above the last (PS3.3 C.11.1.1.1).
struct LookupTable
{
    int firstMapped = 0;
    std::vector<double> entries; ///< never empty

    bool operator==(const LookupTable &) const = default;
    double at(double stored) const;
};

/// From stored values to what the device measured (DICOM Modality LUT, PS3.3 C.11.1).
struct ModalityTransform
{
    double slope = 1;
    double intercept = 0;
    /// Rescale Type (0028,1054), "HU" for CT without one, empty when unknown.
    QString unit = {};
    /// Wins over slope and intercept where present.
    std::optional<LookupTable> table = {};

    bool operator==(const ModalityTransform &) const = default;
    double apply(double stored) const { return table ? table->at(stored) : stored * slope + intercept; }
};

} // namespace simiao::imaging
