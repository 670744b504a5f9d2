#pragma once

#include "core/result.h"

namespace simiao::dicom {

class IdentifyingValues;
class WholeFile;
struct BlankedPixels;
struct DatasetFile;

// The file of an object whose attributes are clean.

/// With its pixels byte for byte, where it has any. In compressed ones nobody's name may stand either.
/// Invalid `deidentify.pixels-named`; as pixelElement, encodedAttributes and WholeFile
Result<void> writeAsIs(WholeFile &copy, DatasetFile &file, const IdentifyingValues &identifying);

/// With these pixels, uncompressed; the attributes say what they are now.
Result<void> writeBlanked(WholeFile &copy, DatasetFile &file, const BlankedPixels &pixels);

} // namespace simiao::dicom
