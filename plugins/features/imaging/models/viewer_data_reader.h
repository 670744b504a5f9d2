#pragma once

#include "core/json.h"
#include "imaging/models/viewer_data.h"

namespace simiao::viewer {

/// The presets of `imaging/window_presets.json`. \returns Invalid `resources.shape` at the first thing that does not fit
Result<std::vector<ViewerPreset>> parsePresets(const Json &json, const QString &fileName);

/// The corners of `imaging/corner_texts.json`. As parsePresets(); a layout without the patient's name, or without the number of
/// the slice, is refused.
Result<std::vector<CornerLayout>> parseCorners(const Json &json, const QString &fileName);

/// A protocol of `hanging/<id>.json`. As parsePresets().
Result<HangingProtocol> parseProtocol(const Json &json, const QString &fileName, const QString &id);

/// All of it from the folder of resources: a file that does not read is left out and told in `faults`, the others hold.
/// A few small files of the program itself; read once for all panels. \thread any
ViewerData readViewerData(const QString &resourceFolder);

} // namespace simiao::viewer
