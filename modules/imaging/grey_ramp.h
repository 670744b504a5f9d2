#pragma once

#include "imaging/lut.h"

#include <cstdint>
#include <optional>

namespace simiao::imaging {

/// A window as one multiplication: grey = the whole part of `stored * scale + offset`, kept within 0 … 255. Stored values from
/// `firstPadding` to `lastPadding` are 0. No value of 16 bits leads beyond what 32 bits hold.
struct GreyRamp
{
    float scale = 0;
    float offset = 0;
    int firstPadding = 0;
    int lastPadding = -1; ///< before the first: there is none

    bool hasPadding() const { return firstPadding <= lastPadding; }
    std::uint8_t grey(int stored) const;
};

/// The ramp that gives displayGrey() for every stored value of `frame`; it has been compared. Nothing when the samples are wider
/// than 16 bits, when a table or a sigmoid is between them and the screen, or when single precision would be a grey level off
/// somewhere: then greyTable() is the way. Takes less than a microsecond: only where a step falls close to a stored value is compared.
std::optional<GreyRamp> rampFor(const Frame &frame, const GreyDisplay &display);

} // namespace simiao::imaging
