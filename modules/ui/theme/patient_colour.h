#pragma once

#include "ui/theme/theme_tokens.h"

namespace simiao::ui {

/// The colour of one patient's bar on banner, panels, prints and floating windows.
///
/// The hue follows from the MRN alone, so it is the same on every desk and in every theme; reds and
/// ambers are left to severities. The lightness is chosen so that the bar has text contrast on panel
/// and surface. It is an aid: two patients may share a hue.
QColor patientColour(QStringView mrn, const ThemeColours &colours);

} // namespace simiao::ui
