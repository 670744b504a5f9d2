#pragma once

#include "imaging/orientation.h"

#include <utility>

namespace simiao::imaging {

/// How a picture is turned for the eye: by quarters, then mirrored from left to right. In this order, as a presentation state
/// wants it (DICOM PS3.3 C.10.6); every way to lay a picture down is one of these eight.
struct Turn
{
    int quarters = 0; ///< clockwise, 0 … 3
    bool isMirrored = false;

    bool operator==(const Turn &) const = default;

    /// What is seen is turned or mirrored once more.
    Turn rotatedRight() const;
    Turn rotatedLeft() const;
    Turn mirroredAcross() const;    ///< left and right change places
    Turn mirroredDownwards() const; ///< top and bottom change places

    /// Rows stand upright.
    bool swapsEdges() const { return quarters % 2 != 0; }
    bool isIdentity() const { return *this == Turn{}; }

    /// The step in the picture, {columns, rows}, that is seen as one to the right and down. For square pixels.
    std::pair<double, double> toPicture(double right, double down) const;
};

/// The letters at the edges of what is seen.
EdgeLetters turned(EdgeLetters edges, const Turn &turn);

} // namespace simiao::imaging
