#pragma once

#include <QColor>

namespace simiao::ui {

/// `over` covered by `colour` at `percent` opacity. The result is opaque, so it can be a ground for contrast.
QColor mixed(const QColor &colour, const QColor &over, int percent);

/// Contrast ratio of two opaque colours, 1 to 21.
/// \source WCAG 2.1, "relative luminance" and "contrast ratio"
double contrast(const QColor &a, const QColor &b);

/// What text needs against its ground (WCAG 2.1, success criterion 1.4.3).
constexpr double kTextContrast = 4.5;

} // namespace simiao::ui
