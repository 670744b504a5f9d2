#pragma once

#include "core/result.h"
#include "sdk/display.h"

#include <QQuickView>

#include <memory>

namespace simiao::waitingroom {

class WaitingRoom;

/// The wall as a window. Follows language and theme of the program.
class WaitingRoomWindow : public QQuickView
{
    Q_OBJECT

public:
    explicit WaitingRoomWindow(const sdk::DisplayContext &context);

    WaitingRoom *room() const { return m_room; }
    /// Unavailable `display.view` with what the QML engine says: most often a QML module that is not installed.
    Result<void> load();

protected:
    bool event(QEvent *event) override;

private:
    WaitingRoom *m_room; ///< a child, so that it goes after what draws it
};

/// A loaded window. Painted by the CPU: a few lines of text a minute, alike on every machine, with or without a GPU.
Result<std::unique_ptr<QWindow>> makeWaitingRoomWindow(const sdk::DisplayContext &context);

} // namespace simiao::waitingroom
