#pragma once

#include "imaging/models/grid_packing.h"
#include "imaging/models/hanging_protocol.h"

namespace simiao::viewer {

/// A viewport that stands on another screen than the panel's.
struct ScreenPlace
{
    int cell = 0;      ///< of the protocol's layout
    int screen = 0;    ///< of the other screens, from 0
    GridPacking among; ///< those that stand on that screen

    /// Its part of a screen with this room.
    QRect part(const QRect &room) const { return among.place(cell, room.size()).translated(room.topLeft()); }
    bool isAlone() const { return among.size().count() == 1; }
};

/// How a protocol stands on the screens that are there.
struct ScreenPlan
{
    std::vector<ScreenPlace> away = {}; ///< by cell
    int leastWidth = 0; ///< px of the panel, for what stays in it; below it, it is not applied by itself
    int screens = 1;    ///< that are used
};

/// \param screens  how many there are, the panel's among them: where there are fewer than the protocol names, the rest stands on the
/// last one; where there is one, all of it in the panel
ScreenPlan planScreens(const HangingProtocol &protocol, int screens);

} // namespace simiao::viewer
