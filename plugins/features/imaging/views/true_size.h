#pragma once

#include "imaging/spacing.h"

#include <optional>

class QWidget;

namespace simiao::viewer {

/// How many of its own pixels are a millimetre on the screen that shows `widget`; nothing where the screen does not say how large
/// it is.
std::optional<double> pixelsPerMm(const QWidget &widget);

/// How large a column must be in the view to be as large as it is in the body, px; nothing where either is not known.
std::optional<double> trueColumn(const imaging::PixelSpacing &spacing, const QWidget &widget);

} // namespace simiao::viewer
