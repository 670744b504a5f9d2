#pragma once

#include "integration/dicom/objects/writing.h"

namespace simiao::dicom {

/// Writes a content tree into a data set; its root is the data set itself.
void putContent(DcmItem &dataset, const imaging::ContentItem &root);

/// Completion, verification and content date of a document of ours, and the evidence of its references.
/// \param study  of all references
void putDocument(DcmItem &dataset,
                 const QString &study,
                 const std::vector<imaging::ReferencedImage> &evidence,
                 const workflow::Authorship &by);

/// Content Template Sequence: "1500" of DCMR.
void putTemplate(DcmItem &dataset, const QString &templateId);

} // namespace simiao::dicom
