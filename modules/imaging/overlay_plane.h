#pragma once

#include <cstddef>
#include <vector>

namespace simiao::imaging {

/// A bitmap that lies over an image (DICOM group 60xx, PS3.3 C.9.2).
struct OverlayPlane
{
    int rows = 0;
    int columns = 0;
    int originRow = 0;      ///< row of the image under the plane's first row, from 0; may be negative
    int originColumn = 0;   ///< as originRow
    std::vector<bool> isOn; ///< rows x columns, from the top left
    int group = 0x6000;     ///< of its attributes: 6000, 6002 … 601E

    bool operator==(const OverlayPlane &) const = default;

    /// Whether the plane marks this pixel of the image, both from 0; false beside the plane.
    bool marks(int row, int column) const
    {
        const int ownRow = row - originRow;
        const int ownColumn = column - originColumn;
        if (ownRow < 0 || ownColumn < 0 || ownRow >= rows || ownColumn >= columns)
            return false;
        return isOn[static_cast<std::size_t>(ownRow) * static_cast<std::size_t>(columns)
                    + static_cast<std::size_t>(ownColumn)];
    }
};

} // namespace simiao::imaging
