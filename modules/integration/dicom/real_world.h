#pragma once

#include "imaging/modality.h"
#include "imaging/voi_window.h"

#include <vector>

class DcmItem;

namespace simiao::dicom {

/// From stored values to what they mean: of an RT dose by Dose Grid Scaling (3004,000E) and Dose Units, of a parametric map by the
/// first linear mapping of its frame (PS3.3 C.7.6.16.2.11); else, and where the mapping turns small into large, `modality`.
/// \param modality  modalityTransform() of the frame
imaging::ModalityTransform realWorldTransform(DcmItem &dataset,
                                              int frameIndex,
                                              const imaging::ModalityTransform &modality);

/// Windows count in what `from` gives: the same ones in what `to` gives. Both linear, `to` growing where `from` grows.
std::vector<imaging::VoiWindow> windowsIn(std::vector<imaging::VoiWindow> windows,
                                          const imaging::ModalityTransform &from,
                                          const imaging::ModalityTransform &to);

} // namespace simiao::dicom
