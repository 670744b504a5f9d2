#pragma once

#include <QImage>

namespace simiao::tour {

/// The active window as it looks now, with the pop-ups, tool tips and dialogs that stand over it, and with the windows on other
/// screens beside it. Null: no window.
QImage windowPicture();

} // namespace simiao::tour
