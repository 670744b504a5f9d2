#pragma once

#include "workflow/ports/image_source.h"

namespace simiao::viewer {

/// One picture of a series: an instance and one of its frames.
struct Slice
{
    workflow::ImageInstance instance;
    int frame = 0; ///< from 0

    bool operator==(const Slice &) const = default;
};

/// All frames of all instances, in the order in which they are leafed through.
std::vector<Slice> slicesOf(const workflow::ImageSeries &series);

} // namespace simiao::viewer
