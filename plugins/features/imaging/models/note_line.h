#pragma once

#include "imaging/models/image_stack.h"
#include "sdk/visit.h"

namespace simiao::viewer {

/// "CT Chest, 2026-11-22, slice 23/40"
QString sliceName(const workflow::ImageSeries &series, const Slice &slice);

/// "Key image: CT Chest, 2026-11-22, slice 23/40. Length: 23.4 mm, by pixel spacing"
/// \param measured  what stands on the slice, in words
QString keyImageLine(const ImageStack &stack, const QStringList &measured);

/// Puts a line at the end of the note's section for results, or of the one for the examination where the template has none.
/// Nothing happens, and false, where the note can no longer be changed or has neither.
bool appendToNote(sdk::Visit &visit, const QString &line);

} // namespace simiao::viewer
