#pragma once

#include "core/result.h"
#include "integration/dicom/object_copy.h"

namespace simiao::dicom {

class IdentifyingValues;
struct BlankedPixels;
struct DatasetFile;

// The file of an object whose attributes are clean.

/// With its pixels byte for byte, where it has any, but for what metadataIn finds, which is zero. In compressed ones nobody's name may
/// stand elsewhere either.
/// Invalid `deidentify.pixels-named`; Corrupt `imaging.file-damaged` where they cannot be read; as pixelElement and encodedAttributes
Result<ObjectCopy> copiedAsIs(DatasetFile &file, const IdentifyingValues &identifying);

/// With these pixels, uncompressed; the attributes say what they are now.
Result<ObjectCopy> copiedBlanked(DatasetFile &file, BlankedPixels pixels);

} // namespace simiao::dicom
