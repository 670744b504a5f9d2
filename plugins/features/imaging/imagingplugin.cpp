#include "imagingplugin.h"

#include "imaging/models/frame_cache.h"
#include "imaging/models/viewer_data_reader.h"
#include "imaging/views/imaging_panel.h"
#include "sdk/desk.h"

namespace simiao::viewer {

Result<void> ImagingPlugin::initialize(sdk::Registry &registry)
{
    // One cache for all open visits: the bound is for the program, not for a panel.
    const auto cache = std::make_shared<FrameCache>();
    const auto make = [cache, data = std::shared_ptr<const ViewerData>()](sdk::Visit *visit,
                                                                          QWidget *parent) mutable {
        if (data)
            return new ImagingPanel(visit, cache, data, parent);
        auto read = std::make_shared<ViewerData>(readViewerData(visit->desk()->resourceFolder()));
        auto *first = new ImagingPanel(visit, cache, read, parent);
        read->faults.clear(); // said once
        data = read;
        return first;
    };
    registry.addVisitPanel(QStringLiteral("imaging.panel"), make);
    return ok();
}

} // namespace simiao::viewer
