#pragma once

#include "imaging/lut.h"

#include <optional>

namespace simiao::imaging {

/// One of the ways in which an image says it may be looked at: a window, or a table of its VOI LUT Sequence (PS3.3 C.11.2.1.1).
struct StatedDisplay
{
    GreyDisplay display;
    QString explanation; ///< as the modality wrote it; may be empty
};

/// How many there are: usable windows, then tables, each in the order of the image. The first is that of defaultDisplay().
int statedCount(const FrameFacts &facts);
/// One of them, from 0; nothing beyond the last.
std::optional<StatedDisplay> statedDisplay(const FrameFacts &facts, int index);

/// What a table covers, for whoever goes on from it with a window.
VoiWindow coveringWindow(const LookupTable &table);

} // namespace simiao::imaging
