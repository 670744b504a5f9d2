#pragma once

#include "imaging/presentation/presentation_state.h"

class DcmItem;

namespace simiao::dicom {

class DatasetText;

/// The Graphic Annotation and Graphic Layer modules (PS3.3 C.10.5, C.10.7) into `state`.
void readAnnotations(DcmItem &dataset, const DatasetText &text, imaging::PresentationState &state);

} // namespace simiao::dicom
