#pragma once

#include "core/result.h"
#include "integration/dicom/object_kind.h"

#include <QString>

namespace simiao::dicom {

struct DatasetFile;

/// What somebody has to know of an object before it goes elsewhere.
struct ObjectFacts
{
    ObjectKind kind = ObjectKind::Other;
    QString sopClassUid;
    QString sopInstanceUid;
    QString studyInstanceUid;
    QString transferSyntax; ///< of the data set once it is inflated, also where the file does not say it

    bool operator==(const ObjectFacts &) const = default;
};

ObjectFacts objectFactsOf(const DatasetFile &file);
/// The same of the file at `path`. As openDataset. Blocks. \thread any
Result<ObjectFacts> objectFactsOf(const QString &path);

} // namespace simiao::dicom
