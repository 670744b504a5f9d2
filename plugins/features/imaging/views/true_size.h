#pragma once

#include "imaging/spacing.h"

#include <optional>

class QScreen;
class QWidget;

namespace simiao::viewer {

/// How many of its own pixels are a millimetre on the screen that shows `widget`: as somebody measured it, else as the screen says of
/// itself; nothing where it does not say.
std::optional<double> pixelsPerMm(const QWidget &widget);

/// Somebody measured the screen that shows `widget`.
bool isMeasured(const QWidget &widget);
/// Somebody did, or did not.
void setMeasured(QScreen *screen, std::optional<double> pixelsPerMm);

/// How large a column must be in the view to be as large as it is in the body, px; nothing where either is not known.
std::optional<double> trueColumn(const imaging::PixelSpacing &spacing, const QWidget &widget);

} // namespace simiao::viewer
