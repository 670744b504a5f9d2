#pragma once

#include <cstddef>
#include <span>

namespace simiao::dicom {

struct PixelFormat;

/// A whole number of more than 32 bits, without the bits beside its stored ones.
struct WholeNumber
{
    unsigned long long magnitude = 0;
    bool isNegative = false;
};

/// \param bytes  of one sample, little endian, at most eight
WholeNumber wholeNumber(std::span<const std::byte> bytes, const PixelFormat &format);

/// Writes it as a double. \param room  of its eight bytes  \returns whether a double holds it
bool putNumber(WholeNumber number, std::span<std::byte> room);

} // namespace simiao::dicom
