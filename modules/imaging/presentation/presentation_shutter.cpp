#include "imaging/presentation/presentation_shutter.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

bool PresentationShutter::hides(int column, int row, double pixelAspect) const
{
    return shapes.hides(column, row, pixelAspect) || (bitmap && bitmap->marks(row, column));
}

void applyShutter(const PresentationShutter &shutter,
                  int columns,
                  int rows,
                  int samples,
                  double pixelAspect,
                  std::span<std::uint8_t> rendered)
{
    if (shutter.isOpen())
        return;
    const auto grey = static_cast<std::uint8_t>(std::floor(shutter.presentationValue * 255 + 0.5));
    auto *pixel = rendered.data();
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column, pixel += samples) {
            if (shutter.hides(column, row, pixelAspect))
                std::fill_n(pixel, samples, grey);
        }
    }
}

} // namespace simiao::imaging
