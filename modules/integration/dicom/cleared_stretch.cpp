#include "integration/dicom/cleared_stretch.h"

#include <algorithm>

namespace simiao::dicom {

bool areWithin(const std::vector<ClearedStretch> &stretches, qint64 from, qint64 length)
{
    qint64 left = length;
    qint64 at = from;
    for (const auto &one : stretches) {
        if (one.from < at || one.length < 0 || one.from - at > left || one.length > left - (one.from - at))
            return false;
        left -= one.from - at + one.length;
        at = one.from + one.length;
    }
    return true;
}

void clear(std::span<char> bytes, qint64 from, const std::vector<ClearedStretch> &stretches)
{
    const qint64 end = from + static_cast<qint64>(bytes.size());
    const auto endOf = [](const ClearedStretch &one) { return one.from + one.length; };
    for (auto one = std::ranges::upper_bound(stretches, from, {}, endOf);
         one != stretches.end() && one->from < end; ++one) {
        const auto first = static_cast<std::size_t>(std::max(one->from, from) - from);
        const auto last = static_cast<std::size_t>(std::min(endOf(*one), end) - from);
        std::ranges::fill(bytes.subspan(first, last - first), '\0');
    }
}

} // namespace simiao::dicom
