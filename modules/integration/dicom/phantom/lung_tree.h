#pragma once

#include "integration/dicom/phantom/shapes.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace simiao::dicom::phantom {

/// A piece of a vessel, from the heart's side to the periphery.
struct Branch
{
    Point from;
    Point to;
    double radius; ///< mm
};

/// Grows a tree from `root` to `tips` places inside a lung, thick where much hangs on it (Murray's law).
/// \param isLung  whether a point lies in the lung
std::vector<Branch> growLungTree(Point root,
                                 int tips,
                                 const std::function<bool(const Point &)> &isLung,
                                 std::uint32_t seed);

} // namespace simiao::dicom::phantom
