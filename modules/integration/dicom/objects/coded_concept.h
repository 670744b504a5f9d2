#pragma once

#include "imaging/report/content_tree.h"

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

class DatasetText;

/// The first item of a code sequence; empty where there is none. Long and URN code values are read too.
imaging::CodedConcept codedConcept(DcmItem &item, const DcmTagKey &sequence, const DatasetText &text);

} // namespace simiao::dicom
