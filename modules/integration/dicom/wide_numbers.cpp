#include "integration/dicom/wide_numbers.h"

#include "integration/dicom/pixel_format.h"

#include <cstring>

namespace simiao::dicom {

WholeNumber wholeNumber(std::span<const std::byte> bytes, const PixelFormat &format)
{
    constexpr int kBits = 64;
    unsigned long long number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
        number = number << 8U | std::to_integer<unsigned long long>(bytes[i - 1]);
    const auto mask = ~0ULL >> static_cast<unsigned>(kBits - format.bitsStored);
    number = number >> static_cast<unsigned>(format.shift()) & mask;
    const bool isNegative =
        format.isSigned && (number >> static_cast<unsigned>(format.bitsStored - 1) & 1U) != 0;
    return {isNegative ? (~number & mask) + 1 : number, isNegative};
}

bool putNumber(WholeNumber number, std::span<std::byte> room)
{
    constexpr unsigned long long kExact = 1ULL << 53U; // every whole number up to here
    const auto magnitude = static_cast<double>(number.magnitude);
    const double value = number.isNegative ? -magnitude : magnitude;
    std::memcpy(room.data(), &value, sizeof value);
    return number.magnitude <= kExact;
}

} // namespace simiao::dicom
