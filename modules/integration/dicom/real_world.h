#pragma once

#include "imaging/defect.h"
#include "imaging/modality.h"
#include "imaging/voi_window.h"

#include <optional>
#include <vector>

class DcmItem;

namespace simiao::dicom {

/// From stored values to what they mean.
struct RealWorld
{
    imaging::ModalityTransform transform;
    /// A mapping is there and not used: `imaging.mapping-unused`, with the reason.
    std::optional<imaging::Defect> defect = {};
};

/// Of an RT dose by Dose Grid Scaling (3004,000E) and Dose Units, of a parametric map by the first mapping of its frame, a line or a table
/// (PS3.3 C.7.6.16.2.11); else, and where the mapping turns small into large, `modality`.
/// \param modality  modalityTransform() of the frame
RealWorld realWorld(DcmItem &dataset, int frameIndex, const imaging::ModalityTransform &modality);

/// Windows count in what `from` gives: the same ones in what `to` gives. `to` grows where `from` grows; a Modality LUT is never replaced,
/// so where `from` is a table they stay as they are. Where `to` alone is one, black and white are those of before, and the greys between them
/// follow the real values.
std::vector<imaging::VoiWindow> windowsIn(std::vector<imaging::VoiWindow> windows,
                                          const imaging::ModalityTransform &from,
                                          const imaging::ModalityTransform &to);

} // namespace simiao::dicom
