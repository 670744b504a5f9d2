#pragma once

#include "integration/dicom/objects/writing.h"

namespace simiao::dicom {

/// A Grayscale Softcopy Presentation State of one grey picture as it is shown: window or table, inversion, rotation, mirroring,
/// and each measurement as an annotation in the layer of its kind, with its words beside it, or where somebody put them, and its id
/// as Tracking UID.
/// \returns a whole DICOM file; as `read`
Result<QByteArray> presentationStateFile(const workflow::MeasuredPicture &picture,
                                         const workflow::Authorship &by,
                                         const SourceReader &read = readSourceHere);

/// The measurements that a state of ours holds. Annotations of others are left out: they are shown, not changed.
std::vector<imaging::Measurement> measurementsIn(const imaging::PresentationState &state);

} // namespace simiao::dicom
