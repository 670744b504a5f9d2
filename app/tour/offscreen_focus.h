#pragma once

namespace simiao::tour {

/// Does what a window manager does and the offscreen platform does not: when the window that had the focus is gone, the
/// uppermost of the others gets it. Does nothing on other platforms.
void focusSomeWindow();

} // namespace simiao::tour
