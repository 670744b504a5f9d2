#pragma once

#include "core/result.h"

#include <QByteArray>

#include <array>
#include <cstdint>

namespace simiao::imaging {

/// Colours for values from the lowest to the highest of a window.
class ColourMap
{
public:
    using Rgb = std::array<std::uint8_t, 3>;
    static constexpr int kEntries = 256;

    /// Reads a file of resources/colour-maps. As Json::parse, and Invalid `imaging.colour-map` with the place of what is wrong:
    /// fewer than two points, not from 0 to 1 ascending, a colour that is none.
    static Result<ColourMap> parse(const QByteArray &json);

    /// \param fraction  of the window; beyond its ends the colours at the ends
    const Rgb &at(double fraction) const;

private:
    std::array<Rgb, kEntries> m_entries = {};
};

} // namespace simiao::imaging
