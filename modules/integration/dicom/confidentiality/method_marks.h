#pragma once

#include "integration/dicom/object_kind.h"

class DcmItem;

namespace simiao::dicom {

/// How an object was cleaned.
struct CleanedAs
{
    ObjectKind kind = ObjectKind::Image;
    bool keepsIntervals = false;
    bool arePixelsRewritten = false; ///< all frames, with nothing in the bits that are not stored
    bool arePixelsClean = false;     ///< what was burnt in is black, in every frame, and no drawing is left
};

/// The object says that its patient's identity was removed, by which profile and options (PS3.3 C.12.1.1.10, PS3.16 CID 7050).
void sayHow(DcmItem &dataset, const CleanedAs &how);

/// Of a document, which goes along as it is: nobody has looked into it.
void sayNothingIsClaimed(DcmItem &dataset);

} // namespace simiao::dicom
