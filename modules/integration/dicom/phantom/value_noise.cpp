#include "integration/dicom/phantom/value_noise.h"

#include <cmath>

namespace simiao::dicom::phantom {

namespace {

std::uint32_t scrambled(std::uint32_t value)
{
    value ^= value >> 16;
    value *= 0x7feb352dU;
    value ^= value >> 15;
    value *= 0x846ca68bU;
    return value ^ (value >> 16);
}

} // namespace

double ValueNoise::corner(int x, int y, int z) const
{
    auto hash = scrambled(m_seed + static_cast<std::uint32_t>(x));
    hash = scrambled(hash + static_cast<std::uint32_t>(y));
    hash = scrambled(hash + static_cast<std::uint32_t>(z));
    return static_cast<double>(hash) / 2147483648.0 - 1;
}

double ValueNoise::at(const Point &p, double scale) const
{
    const Point q = p * (1 / scale);
    const int x = static_cast<int>(std::floor(q.x));
    const int y = static_cast<int>(std::floor(q.y));
    const int z = static_cast<int>(std::floor(q.z));
    const double tx = ramp(0, 1, q.x - x);
    const double ty = ramp(0, 1, q.y - y);
    const double tz = ramp(0, 1, q.z - z);
    const auto row = [&](int dy, int dz) {
        return mix(corner(x, y + dy, z + dz), corner(x + 1, y + dy, z + dz), tx);
    };
    const auto plane = [&](int dz) { return mix(row(0, dz), row(1, dz), ty); };
    return mix(plane(0), plane(1), tz);
}

double ValueNoise::cloud(const Point &p, double scale) const
{
    return 0.6 * at(p, scale) + 0.28 * at(p, scale / 2.1) + 0.14 * at(p, scale / 4.3);
}

} // namespace simiao::dicom::phantom
