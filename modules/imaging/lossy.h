#pragma once

#include <QString>

#include <vector>

namespace simiao::imaging {

/// A picture that lost something when it was made small: what is not seen on it may have been there.
struct LossyCompression
{
    /// How much smaller each step made it, in their order, all at least 1; empty where nobody says.
    std::vector<double> ratios = {};
    /// Lossy Image Compression Method (0028,2114) of each step, e.g. "ISO_10918_1"; may be empty.
    std::vector<QString> methods = {};

    bool operator==(const LossyCompression &) const = default;
};

} // namespace simiao::imaging
