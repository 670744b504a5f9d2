#pragma once

#include "workflow/ports/image_source.h"

namespace simiao::workflow {

/// A series as a volume: by the source's own way, else frame by frame. The result is the same.
/// As ImageSource::volume, but for `imaging.no-volumes`.
Task<Result<imaging::VolumePtr>> loadVolume(std::shared_ptr<ImageSource> source,
                                            VolumeOrder order,
                                            std::stop_token stop);

/// Frame by frame, whatever the source can do. Holds all frames until they are put together.
Task<Result<imaging::VolumePtr>> loadVolumeByFrames(std::shared_ptr<ImageSource> source,
                                                    VolumeOrder order,
                                                    std::stop_token stop);

} // namespace simiao::workflow
