#pragma once

#include "imaging/views/picture.h"

#include <optional>

namespace simiao::viewer {

/// A round glass over the picture that shows what is under it larger.
class Magnifier
{
public:
    static constexpr double kTimes = 2.5;
    static constexpr double kRadius = 90; ///< px of the view

    bool isOn() const { return m_at.has_value(); }
    /// \param at  its middle, in the view
    void place(const QPointF &at) { m_at = at; }
    void putAway() { m_at.reset(); }

    /// \param picture  painted larger, \param target  where the whole of it lies in the view
    void paint(QPainter &painter, const Picture &picture, const QRectF &target);

private:
    std::optional<QPointF> m_at;
    Picture m_enlarged; ///< shares the pixels, has its own size on the screen
};

} // namespace simiao::viewer
