#include "tour/offscreen_focus.h"

#include <QGuiApplication>
#include <QWindow>
#include <qpa/qwindowsysteminterface.h>

#include <algorithm>
#include <ranges>

namespace simiao::tour {

void focusSomeWindow()
{
    const auto *focused = QGuiApplication::focusWindow();
    if ((focused && focused->isVisible()) || QGuiApplication::platformName() != QLatin1String("offscreen"))
        return;
    const auto windows = QGuiApplication::topLevelWindows();
    const auto uppermost = std::ranges::find_if(windows | std::views::reverse, &QWindow::isVisible);
    if (uppermost == windows.rend())
        return;
    (*uppermost)->requestActivate();
    QWindowSystemInterface::flushWindowSystemEvents();
}

} // namespace simiao::tour
