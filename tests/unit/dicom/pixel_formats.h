#pragma once

#include "integration/dicom/pixel_format.h"

#include <cstddef>
#include <initializer_list>
#include <vector>

namespace simiao::test {

/// Grey or colour samples of 8, 16 or 32 bits, all of them stored.
inline dicom::PixelFormat aFormat(int columns, int rows, int samplesPerPixel, int bits, bool isSigned = false)
{
    using enum imaging::SampleType;
    const auto type = bits == 32 ? (isSigned ? I32 : U32)
        : bits == 16             ? (isSigned ? I16 : U16)
                                 : (isSigned ? I8 : U8);
    return {.geometry = imaging::FrameGeometry::create(columns, rows, samplesPerPixel, type).value(),
            .bitsAllocated = bits,
            .bitsStored = bits,
            .highBit = bits - 1,
            .isSigned = isSigned,
            .isPlanar = false,
            .photometric = samplesPerPixel == 3 ? QStringLiteral("RGB") : QStringLiteral("MONOCHROME2")};
}

/// A frame of bits.
inline dicom::PixelFormat aFormatOfBits(int columns, int rows)
{
    auto format = aFormat(columns, rows, 1, 8);
    format.bitsAllocated = format.bitsStored = 1;
    format.highBit = 0;
    return format;
}

inline std::vector<std::byte> bytesOf(std::initializer_list<int> values)
{
    std::vector<std::byte> bytes;
    for (const int value : values)
        bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

} // namespace simiao::test
