#include "integration/dicom/confidentiality/spare_bits.h"

#include "integration/dicom/pixel_format.h"
#include "integration/dicom/raw_frame.h"

#include <cstdint>
#include <cstring>

namespace simiao::dicom {

void clearSpareBits(RawFrame &frame, const PixelFormat &format)
{
    if (format.bitsStored >= format.bitsAllocated || format.bitsAllocated < 8)
        return;
    const auto stored = (std::uint64_t{1} << format.bitsStored) - 1;
    const auto sign = format.isSigned ? std::uint64_t{1} << (format.bitsStored - 1) : 0;
    const auto size = format.sampleBytes();
    // Samples stand in the machine's order, and every machine this runs on is little endian.
    for (std::size_t at = 0; at + size <= frame.pixels.size(); at += size) {
        std::uint64_t value = 0;
        std::memcpy(&value, frame.pixels.data() + at, size);
        value = (value >> format.shift()) & stored;
        if ((value & sign) != 0)
            value |= ~stored;
        value <<= format.shift();
        std::memcpy(frame.pixels.data() + at, &value, size);
    }
}

} // namespace simiao::dicom
