#pragma once

#include <QPoint>

#include <optional>

namespace simiao::viewer {

// What pointer and keys mean wherever something is drawn on a picture.

inline constexpr double kDragFrom = 4; ///< px of the view: less is a click

/// Of an arrow key, as a step of one.
inline std::optional<QPoint> direction(int key)
{
    switch (key) {
    case Qt::Key_Left: return QPoint(-1, 0);
    case Qt::Key_Right: return QPoint(1, 0);
    case Qt::Key_Up: return QPoint(0, -1);
    case Qt::Key_Down: return QPoint(0, 1);
    default: return {};
    }
}

inline bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace simiao::viewer
