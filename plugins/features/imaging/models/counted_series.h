#pragma once

#include "workflow/ports/image_source.h"

namespace simiao::viewer {

/// Of the series of one study those that show what was examined: without localizers (also those that do not say so: a few slices in
/// directions that lie across each other), and without single secondary captures (a dose
/// page) where another series is a stack. All of them where nothing else is left.
/// \param ofStudy  indexes into `series`, in their order
std::vector<int> countedSeries(const std::vector<int> &ofStudy,
                               const std::vector<workflow::ImageSeries> &series);

} // namespace simiao::viewer
