#pragma once

#include "integration/dicom/phantom/lung_tree.h"
#include "integration/dicom/phantom/value_noise.h"

#include <cstdint>
#include <vector>

namespace simiao::dicom::phantom {

/// A chest made of formulas: adult, supine, without contrast medium, with a consolidation and its ground-
/// glass
/// surround in the right lower lobe. Nobody's anatomy; good for demonstration and tests, useless for
/// anything else.
class ChestPhantom
{
public:
    static constexpr int kEdge = 256;           ///< pixels
    static constexpr double kPixelMm = 1.40625; ///< 360 mm field of view
    static constexpr double kHeightMm = 290; ///< from above the lung tips to below the domes of the diaphragm

    explicit ChestPhantom(std::uint32_t seed);

    /// kEdge x kEdge Hounsfield units of the slice `z` mm below the top.
    std::vector<std::int16_t> slice(double z) const;

private:
    std::uint32_t m_seed;
    ValueNoise m_clouds;
    std::vector<Branch> m_vessels;
};

} // namespace simiao::dicom::phantom
