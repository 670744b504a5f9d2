#pragma once

#include "imaging/defect.h"
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
    int bits = 16;          ///< of an entry: 8 … 16
    std::size_t stated = 0; ///< how many entries the descriptor says

    bool isWhole() const { return table.entries.size() >= stated; }
};

/// What is wrong with the table of `item`: `imaging.pixels-doubtful` where it is none (there is no data, or no descriptor) or shorter than it says:
/// values behind its end get its last entry. `sequence` is for the words.
std::optional<imaging::Defect> tableDefect(DcmItem &item, const QString &sequence);

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
