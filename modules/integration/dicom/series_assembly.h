#pragma once

#include "integration/dicom/header.h"

#include <vector>

namespace simiao::dicom {

/// Groups instances into series and puts each series in the order in which it is leafed through.
///
/// Parallel slices stand by their place along the common normal (then Instance Number), in the direction in
/// which the modality numbered them, of several phases that are numbered one after the other first all of the first; everything else by Instance Number. Series stand by study date, study,
/// series number.
std::vector<workflow::ImageSeries> assembleSeries(std::vector<InstanceHeader> headers);

} // namespace simiao::dicom
