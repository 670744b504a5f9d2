#include "imaging/models/slice.h"

namespace simiao::viewer {

std::vector<Slice> slicesOf(const workflow::ImageSeries &series)
{
    std::vector<Slice> slices;
    for (const auto &instance : series.instances) {
        for (int frame = 0; frame < instance.frames; ++frame)
            slices.push_back({instance, frame});
    }
    return slices;
}

} // namespace simiao::viewer
