#include "integration/dicom/exporting/other_objects.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_walk.h"
#include "integration/dicom/header_scan.h"
#include "integration/dicom/object_kind.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using workflow::ExportedObject;

Result<std::vector<ExportedObject>> otherObjects(const QString &location, const std::stop_token &stop)
{
    TRY(const auto files, walkFiles(location, WalkLimits{}, stop));
    std::vector<ExportedObject> objects;
    HeaderScanner images;
    for (const auto &path : files.paths) {
        if (stop.stop_requested())
            return cancelled();
        // Most files are images, and known as such by their first bytes.
        if (images.scan(path))
            continue;
        const auto file = openDataset(path);
        if (!file)
            continue;
        const auto kind = objectKind(*file);
        if (kind != ObjectKind::Image && kind != ObjectKind::Directory)
            objects.push_back({code(file->dataset(), DCM_SOPInstanceUID), path,
                               code(file->dataset(), DCM_StudyInstanceUID)});
    }
    std::ranges::sort(objects, {}, &ExportedObject::sopInstanceUid);
    const auto twice = std::ranges::unique(objects, {}, &ExportedObject::sopInstanceUid);
    objects.erase(twice.begin(), twice.end());
    return objects;
}

} // namespace simiao::dicom
