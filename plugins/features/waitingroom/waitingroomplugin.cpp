#include "waitingroomplugin.h"

#include "waitingroom/views/waiting_room_window.h"

namespace simiao::waitingroom {

Result<void> WaitingRoomPlugin::initialize(sdk::Registry &registry)
{
    registry.addDisplay(QStringLiteral("waitingroom.display"), makeWaitingRoomWindow);
    return ok();
}

} // namespace simiao::waitingroom
