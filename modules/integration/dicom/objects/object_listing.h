#pragma once

#include "integration/dicom/object_kind.h"
#include "workflow/ports/imaging_objects.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace simiao::dicom {

struct DatasetFile;

/// As what an object is shown in place of images; nothing for images and for what no part of the program shows.
std::optional<workflow::ImagingObjectKind> shownKind(ObjectKind kind);

/// What a file is and whom it names. As openDataset, and Invalid `report.no-report` for images and objects that are not shown.
/// \param characterSet  as DatasetText, here and below
Result<workflow::ImagingObject> readObjectHeader(const QString &path, const QString &characterSet = {});
/// The same of an open file. \param path  becomes its place
Result<workflow::ImagingObject> objectHeaderFrom(const DatasetFile &file,
                                                 const QString &path,
                                                 const QString &characterSet = {});

/// How the header of a file is read: readObjectHeader, or by another process.
using ObjectHeaderReader = std::function<Result<workflow::ImagingObject>(const QString &path)>;

/// Those at or below `location`; images and other files are passed over. As walkFiles, and Cancelled as the reader.
Result<std::vector<workflow::ImagingObject>> listObjects(
    const QString &location,
    const std::stop_token &stop,
    const ObjectHeaderReader &read = [](const QString &path) { return readObjectHeader(path); });

/// Reads the object at `path` by its kind. As openDataset and the readers of the kinds.
Result<workflow::ImagingObjectContent> readObject(const QString &path, const QString &characterSet = {});
/// The same of an open file.
Result<workflow::ImagingObjectContent> objectFrom(const DatasetFile &file, const QString &characterSet = {});

} // namespace simiao::dicom
