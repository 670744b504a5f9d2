#pragma once

#include "core/result.h"
#include "integration/dicom/object_kind.h"

class DcmItem;

namespace simiao::dicom {

struct DatasetFile;

// What is done for an object because of its kind, beside the table of attributes.

/// Of what kind it is, where it can be cleaned.
/// Invalid `deidentify.kind`, `deidentify.document`, `imaging.no-pixels`; Corrupt for a damaged object that is no image
Result<ObjectKind> cleanableKind(const DatasetFile &file, bool takesDocuments);

/// Takes out of the content what people wrote into it. As cleanContent. \returns how many texts
Result<int> cleanedContent(DcmItem &dataset, ObjectKind kind);

/// Puts back what the profile takes away and an object of this kind cannot be without (PS3.3 C.11.10, C.17.2).
void mend(DcmItem &dataset, ObjectKind kind);

} // namespace simiao::dicom
