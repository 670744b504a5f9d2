#pragma once

#include "imaging/modality.h"
#include "imaging/voi_window.h"

namespace simiao::dicom {

/// A table as a Modality LUT can hold it: words of 16 bits. Real values that are none are spread over them, and windows with them.
struct TableWords
{
    imaging::LookupTable table; ///< whole numbers, 0 to 65535; 0 for what is imaging::kUnmapped
    double offset = 0;
    double scale = 1;

    bool isSpread() const { return scale != 1 || offset != 0; }
    /// A window over the real values as one over the words.
    imaging::VoiWindow window(imaging::VoiWindow window) const;
};

TableWords tableWords(const imaging::LookupTable &table);

} // namespace simiao::dicom
