#include "imaging/views/true_size.h"

#include <QScreen>
#include <QVariant>
#include <QWidget>

namespace simiao::viewer {

namespace {

/// A fact about the screen stands at the screen: every viewport on it asks there.
constexpr auto kMeasured = "simiao.pixelsPerMm";

} // namespace

void setMeasured(QScreen *screen, std::optional<double> pixelsPerMm)
{
    screen->setProperty(kMeasured, pixelsPerMm ? QVariant(*pixelsPerMm) : QVariant());
}

bool isMeasured(const QWidget &widget)
{
    return widget.screen() && widget.screen()->property(kMeasured).isValid();
}

std::optional<double> pixelsPerMm(const QWidget &widget)
{
    const auto *screen = widget.screen();
    if (isMeasured(widget))
        return screen->property(kMeasured).toDouble();
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
