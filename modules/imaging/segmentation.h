#pragma once

#include <QString>

#include <vector>

namespace simiao::imaging {

/// What a segmentation calls a part: Segment Number (0062,0004) and Segment Label (0062,0005).
struct Segment
{
    int number = 0;
    QString label = {}; ///< as somebody wrote it; may be empty

    bool operator==(const Segment &) const = default;
};

/// Which parts a frame of a segmentation shows (PS3.3 C.8.20.2).
struct Segmentation
{
    std::vector<Segment> segments = {}; ///< by number
    /// Values are segment numbers, 0 none; else a value says how much of the one segment is there.
    bool isLabelMap = false;

    bool operator==(const Segmentation &) const = default;

    /// Of a label map. Null: no segment has this number.
    const Segment *of(int number) const
    {
        for (const auto &segment : segments) {
            if (segment.number == number)
                return &segment;
        }
        return nullptr;
    }
};

} // namespace simiao::imaging
