#pragma once

#include "imaging/frame.h"
#include "imaging/turn.h"

namespace simiao::viewer {

/// The edge of a viewport at which the chest wall of a mammogram lies: backs to the middle, the right breast on the left.
enum class ChestWall { Left, Right };

/// How a mammogram is turned for that, with the head above, or what is lateral (IHE Radiology, Mammography Image: the display turns it
/// by its Patient Orientation). As it is stored where it does not say how it lies.
imaging::Turn chestWallTurn(ChestWall wall, const imaging::FrameFacts &facts);

} // namespace simiao::viewer
