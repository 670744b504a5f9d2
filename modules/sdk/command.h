#pragma once

#include <QString>

class QAction;
class QWidget;

namespace simiao::sdk {

class Desk;

/// An action of `owner` that the desk knows as a command: it stands in the palette, and a key map may give it other keys.
/// Its text is set by whoever can say it in the language of the screen.
/// \param id  stable, "<point>.<thing>"; also its object name
/// \param keys  its own keys, "F4; Ctrl+N"; may be empty
/// \returns the owner's; never null
/// \thread  that of the screen
QAction *makeCommand(Desk *desk, QWidget *owner, const QString &id, const QString &keys = {});

} // namespace simiao::sdk
