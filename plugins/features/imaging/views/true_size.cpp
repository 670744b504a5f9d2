#include "imaging/views/true_size.h"

#include <QScreen>
#include <QWidget>

namespace simiao::viewer {

std::optional<double> pixelsPerMm(const QWidget &widget)
{
    const auto *screen = widget.screen();
    if (!screen || screen->physicalSize().width() <= 0)
        return std::nullopt;
    return screen->geometry().width() / screen->physicalSize().width();
}

std::optional<double> trueColumn(const imaging::PixelSpacing &spacing, const QWidget &widget)
{
    const auto pixels = pixelsPerMm(widget);
    if (!pixels || !spacing.isMillimetres())
        return std::nullopt;
    return spacing.columnMm * *pixels;
}

} // namespace simiao::viewer
