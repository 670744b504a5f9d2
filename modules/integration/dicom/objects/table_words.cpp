#include "integration/dicom/objects/table_words.h"

#include "imaging/unmapped.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace simiao::dicom {

namespace {

constexpr double kLastWord = 65'535;

bool isWord(double entry)
{
    return entry >= 0 && entry <= kLastWord && entry == std::floor(entry);
}

} // namespace

imaging::VoiWindow TableWords::window(imaging::VoiWindow window) const
{
    window.center = (window.center - offset) * scale;
    window.width *= scale;
    return window;
}

TableWords tableWords(const imaging::LookupTable &table)
{
    if (std::ranges::all_of(table.entries, isWord))
        return {.table = table};
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (const double entry : table.entries) {
        if (entry == imaging::kUnmapped)
            continue;
        lowest = std::min(lowest, entry);
        highest = std::max(highest, entry);
    }
    // From 1 on: 0 is for what has no value.
    TableWords words{.table = table};
    words.scale = highest > lowest ? (kLastWord - 1) / (highest - lowest) : 1;
    words.offset = lowest - 1 / words.scale;
    for (double &entry : words.table.entries)
        entry = entry == imaging::kUnmapped ? 0 : std::round((entry - words.offset) * words.scale);
    return words;
}

} // namespace simiao::dicom
