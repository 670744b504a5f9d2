#include "integration/dicom/exporting/other_objects.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/object_kind.h"
#include "integration/dicom/other_files.h"
#include "integration/dicom/part10.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace simiao::dicom {

using workflow::ExportedObject;

namespace {

bool startsAsDicom(const QString &path)
{
    std::array<char, kMetaStart> head{};
    return hasDicomMark(std::span(head).first(readFileHead(path, head)));
}

/// Nothing where it is an image, a directory or no DICOM file.
std::optional<ExportedObject> otherObject(const QString &path)
{
    const auto file = openDataset(path);
    // Of no study that is known: it is tried with the others, and told where it cannot be read.
    if (!file)
        return startsAsDicom(path) ? std::optional(ExportedObject{path, path, {}}) : std::nullopt;
    const auto kind = objectKind(*file);
    if (kind == ObjectKind::Image || kind == ObjectKind::Directory)
        return std::nullopt;
    return ExportedObject{code(file->dataset(), DCM_SOPInstanceUID), path,
                          code(file->dataset(), DCM_StudyInstanceUID)};
}

} // namespace

Result<std::vector<ExportedObject>> otherObjects(const QString &location, const std::stop_token &stop)
{
    std::vector<ExportedObject> objects;
    TRY_VOID(visitOtherFiles(location, stop, [&objects](const QString &path) {
        if (auto object = otherObject(path))
            objects.push_back(*std::move(object));
        return ok();
    }));
    std::ranges::sort(objects, {}, &ExportedObject::sopInstanceUid);
    const auto twice = std::ranges::unique(objects, {}, &ExportedObject::sopInstanceUid);
    objects.erase(twice.begin(), twice.end());
    return objects;
}

} // namespace simiao::dicom
