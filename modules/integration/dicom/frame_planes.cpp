#include "integration/dicom/frame_planes.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frames_there.h"
#include "integration/dicom/plane.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

std::vector<imaging::SlicePlane> framePlanesOf(const DatasetFile &file)
{
    auto &dataset = file.dataset();
    const int frames = framesThere(file);
    if (frames > kMostPlacedFrames)
        return {};
    std::vector<imaging::SlicePlane> planes;
    for (int frame = 0; frame < frames; ++frame) {
        const auto plane = slicePlane(planeOrientation(dataset, frame), planePosition(dataset, frame));
        if (!plane)
            return {};
        planes.push_back(*plane);
    }
    return planes;
}

Result<std::vector<imaging::SlicePlane>> framePlanesOf(const QString &path)
{
    TRY(const auto file, openDataset(path, Elements::Standard));
    return framePlanesOf(file);
}

} // namespace simiao::dicom
