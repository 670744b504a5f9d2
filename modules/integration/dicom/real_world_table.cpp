#include "integration/dicom/real_world_table.h"

#include "imaging/unmapped.h"
#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

RealWorldTable unusable(const QString &reason)
{
    return {.table = std::nullopt, .reason = reason};
}

/// US or SS as the pixels are, whatever the file gave it; else the same as a float, if it is whole.
std::optional<int> storedValue(DcmItem &mapping,
                               const DcmTagKey &tag,
                               const DcmTagKey &floatTag,
                               bool isSigned)
{
    constexpr int kSpan = 65'536;
    const auto value = integer(mapping, tag);
    if (value)
        return isSigned && *value >= kSpan / 2 ? *value - kSpan : *value;
    const auto real = number(mapping, floatTag);
    return real && std::abs(*real) < kSpan && *real == std::floor(*real) ? std::optional(int(*real))
                                                                         : std::nullopt;
}

std::span<const double> tableData(DcmItem &mapping)
{
    const Float64 *values = nullptr;
    unsigned long count = 0;
    if (mapping.findAndGetFloat64Array(DCM_RealWorldValueLUTData, values, &count).bad() || values == nullptr)
        return {};
    return {values, count};
}

/// What lies between two entries is between their values; beyond the ends it is that of the end.
double between(const imaging::LookupTable &table, double stored)
{
    const std::span mapped(table.entries.data() + 1, table.entries.size() - 2);
    const double place = std::clamp(stored - table.firstMapped - 1, 0.0, double(mapped.size() - 1));
    const auto lower = static_cast<std::size_t>(place);
    const auto upper = std::min(lower + 1, mapped.size() - 1);
    return std::lerp(mapped[lower], mapped[upper], place - double(lower));
}

} // namespace

RealWorldTable realWorldTable(DcmItem &mapping, bool isSigned)
{
    const auto values = tableData(mapping);
    const auto first = storedValue(mapping, DCM_RealWorldValueFirstValueMapped,
                                   DCM_DoubleFloatRealWorldValueFirstValueMapped, isSigned);
    const auto last = storedValue(mapping, DCM_RealWorldValueLastValueMapped,
                                  DCM_DoubleFloatRealWorldValueLastValueMapped, isSigned);
    if (!first || !last)
        return unusable(u"(0040,9216) or (0040,9211) is absent"_s);
    const auto count = std::int64_t{*last} - *first + 1;
    if (count < 1 || std::uint64_t(count) != values.size())
        return unusable(
            u"(0040,9212) has %1 values for %2 to %3"_s.arg(values.size()).arg(*first).arg(*last));
    if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); }))
        return unusable(u"(0040,9212) holds what is no number"_s);
    if (!std::ranges::is_sorted(values))
        return unusable(u"(0040,9212) does not rise"_s);
    imaging::LookupTable table{.firstMapped = *first - 1, .entries = {imaging::kUnmapped}};
    table.entries.insert(table.entries.end(), values.begin(), values.end());
    table.entries.push_back(imaging::kUnmapped);
    return {.table = std::move(table), .reason = {}};
}

std::optional<imaging::VoiWindow> windowThrough(const imaging::LookupTable &table, imaging::VoiWindow window)
{
    const double dark = between(table, window.center - window.width / 2);
    const double bright = between(table, window.center + window.width / 2);
    window.center = std::midpoint(dark, bright);
    window.width = bright - dark;
    return window.isUsable() ? std::optional(std::move(window)) : std::nullopt;
}

} // namespace simiao::dicom
