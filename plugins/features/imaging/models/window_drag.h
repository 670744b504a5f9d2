#pragma once

#include "imaging/frame.h"

#include <QPoint>

namespace simiao::viewer {

/// What a frame measured, from the least to the greatest, in the unit of its windows.
imaging::ValueRange measuredValues(const imaging::Frame &frame);

/// The window after the pointer moved by `by` (px) from where it was pressed: to the right is wider, down is
/// a higher centre. Fine where the window is narrow, never slower than the range of the image needs.
/// \param values  what the image measured, in the window's unit
imaging::VoiWindow draggedWindow(const imaging::VoiWindow &start,
                                 QPoint by,
                                 const imaging::ValueRange &values);

} // namespace simiao::viewer
