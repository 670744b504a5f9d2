#include "integration/dicom/exporting/other_objects.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/file_walk.h"
#include "integration/dicom/header_scan.h"
#include "integration/dicom/object_kind.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace simiao::dicom {

using workflow::ExportedObject;

namespace {

/// The mark behind the preamble (PS3.10 7.1).
bool startsAsDicom(const QString &path)
{
    constexpr std::size_t kPreamble = 128;
    std::array<char, kPreamble + 4> head{};
    const auto count = readFileHead(path, head);
    return count == head.size() && std::string_view(head.data() + kPreamble, 4) == "DICM";
}

} // namespace

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
        if (!file) {
            // Of no study that is known: it is tried with the others, and told where it cannot be read.
            if (startsAsDicom(path))
                objects.push_back({path, path, {}});
            continue;
        }
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
