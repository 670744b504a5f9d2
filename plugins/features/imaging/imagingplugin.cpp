#include "imagingplugin.h"

#include "imaging/models/frame_cache.h"
#include "imaging/views/imaging_panel.h"

namespace simiao::viewer {

Result<void> ImagingPlugin::initialize(sdk::Registry &registry)
{
    // One cache for all open visits: the bound is for the program, not for a panel.
    const auto cache = std::make_shared<FrameCache>();
    registry.addVisitPanel(QStringLiteral("imaging.panel"), [cache](sdk::Visit *visit, QWidget *parent) {
        return new ImagingPanel(visit, cache, parent);
    });
    return ok();
}

} // namespace simiao::viewer
