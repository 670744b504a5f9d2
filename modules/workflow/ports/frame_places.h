#pragma once

#include "core/result.h"
#include "core/task.h"
#include "imaging/slice_plane.h"
#include "workflow/ports/image_source.h"

#include <stop_token>
#include <vector>

namespace simiao::workflow {

/// Says where the frames of an image lie without decoding them. A source of images is one where it can (dynamic_cast of ImageSource).
/// \thread as ImageSource
class FramePlaces
{
public:
    virtual ~FramePlaces() = default;

    /// A plane for each frame; empty where they do not all say where they lie, or are more than a stack has.
    /// Errors as ImageSource::frame()
    virtual Task<Result<std::vector<imaging::SlicePlane>>> framePlanes(ImageInstance instance,
                                                                       std::stop_token stop) = 0;
};

} // namespace simiao::workflow
