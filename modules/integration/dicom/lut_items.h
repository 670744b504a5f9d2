#pragma once

#include "imaging/modality.h"

#include <optional>
#include <vector>

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// A lookup table with the bits its descriptor states.
struct DescribedTable
{
    imaging::LookupTable table;
    int bits = 16; ///< of an entry: 8 … 16
};

/// A descriptor of three numbers and its data (PS3.3 C.11.1.1, C.7.6.3.1.5): 0 entries mean 65 536; 8-bit entries may stand
/// two in a word; the first mapped value has the sign of the pixels, and below 0 where it was written so. Fewer entries than described are taken as they are;
/// nothing where there are none. Where number and first value are exchanged, the data tell.
/// \param isSigned  the pixels that are looked up are
std::optional<DescribedTable> describedTable(DcmItem &item,
                                             const DcmTagKey &descriptor,
                                             const DcmTagKey &data,
                                             bool isSigned);

/// What stands in a table's data element, before any descriptor; bytes are taken out of words, the lower one first.
std::vector<double> tableData(DcmItem &item, const DcmTagKey &data, bool areBytes);

} // namespace simiao::dicom
