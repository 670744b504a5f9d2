#pragma once

#include "integration/dicom/phantom/shapes.h"

#include <cstdint>

namespace simiao::dicom::phantom {

/// The same cloudy field for the same seed everywhere, about -1 … 1.
class ValueNoise
{
public:
    explicit ValueNoise(std::uint32_t seed)
        : m_seed(seed)
    {
    }

    /// Blobs of about `scale` mm.
    double at(const Point &p, double scale) const;
    /// Three octaves: large blobs with finer ones on them.
    double cloud(const Point &p, double scale) const;

private:
    double corner(int x, int y, int z) const;

    std::uint32_t m_seed;
};

} // namespace simiao::dicom::phantom
