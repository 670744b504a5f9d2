#pragma once

#include <cstddef>
#include <cstdint>

namespace simiao::imaging {

/// Where the picture lies along one edge of the screen: device pixel p shows the picture at `origin + (p + 0.5) * step`, in
/// columns or rows from its own edge. A negative step mirrors it.
struct ScreenAxis
{
    double origin = 0;
    double step = 1;

    bool operator==(const ScreenAxis &) const = default;
};

/// Greys, rows from top to bottom.
struct GreyView
{
    const std::uint8_t *pixels = nullptr;
    int columns = 0;
    int rows = 0;
    std::ptrdiff_t bytesPerLine = 0;
};

/// Opaque RGB32 as QImage has it.
struct ScreenView
{
    std::uint32_t *pixels = nullptr;
    int width = 0;
    int height = 0;
    std::ptrdiff_t pixelsPerLine = 0;
};

/// Paints the picture between its pixels linearly, all of `screen`: black beyond its edges. Within a grey level of the exact
/// mean. Meant for enlarging; reduce a picture that is shown at less than half its size first, or fine lines are lost.
void paintScaled(const GreyView &picture, const ScreenAxis &x, const ScreenAxis &y, const ScreenView &screen);

} // namespace simiao::imaging
