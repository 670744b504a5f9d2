#pragma once

#include "imaging/frame.h"

#include <cstdint>
#include <span>
#include <vector>

namespace simiao::imaging {

/// A table from the greys behind a window to those of the screen (Presentation LUT, PS3.3 C.11.4): both 0 … 1.
struct PresentationTable
{
    std::vector<double> entries; ///< 0 … 1, never empty, spread evenly over the input

    bool operator==(const PresentationTable &) const = default;
    double at(double fraction) const;
};

/// What a presentation state puts in the place of the image's own attributes.
struct PresentedGreys
{
    ModalityTransform modality = {};
    bool isInverse = false;
    std::optional<PresentationTable> table = {}; ///< wins over `isInverse`

    bool operator==(const PresentedGreys &) const = default;
};

/// What the person chose for the display of a grey frame.
struct GreyDisplay
{
    VoiWindow window = {};
    /// On top of what MONOCHROME1 or an INVERSE presentation ask for.
    bool isInverted = false;
    /// In place of the window.
    std::optional<VoiTable> table = {};
    /// A presentation state is applied: MONOCHROME1, INVERSE and the modality transform of the image do not count.
    std::optional<PresentedGreys> presented = {};

    double fraction(double measured) const
    {
        return table ? table->fraction(measured) : window.fraction(measured);
    }

    bool operator==(const GreyDisplay &) const = default;
};

/// The image's first usable window, else Frame::automaticWindow().
VoiWindow defaultWindow(const Frame &frame);

/// The image says how it is to be shown: by a usable window or a table.
bool statesDisplay(const FrameFacts &facts);

/// How a grey frame is shown before anybody chose: the image's first usable window, else its first VOI table, else
/// Frame::automaticWindow().
GreyDisplay defaultDisplay(const Frame &frame);

/// One inversion for the image itself, however many attributes ask for it.
bool imageInverts(const FrameFacts &facts);

/// Stored value -> modality -> window -> presentation -> 0 (black) … 255 (white), rounded half up.
/// Padding is black whatever is inverted: a bright surround blinds the reader.
/// The reference that faster paths are tested against.
std::uint8_t displayGrey(const FrameFacts &facts, const GreyDisplay &display, double stored);

/// displayGrey for each whole number from the frame's lowest to its highest stored value.
/// Empty when samples are floating point or the span exceeds 65 536 values.
std::vector<std::uint8_t> greyTable(const Frame &frame, const GreyDisplay &display);

/// Bytes that render() fills: one a pixel for grey, three (R, G, B) for colour; no padding between rows.
std::size_t renderedSize(const FrameGeometry &geometry);

/// Fills `out`, which holds renderedSize() bytes. Colour passes through, wider samples keep their top 8 bits.
void render(const Frame &frame, const GreyDisplay &display, std::span<std::uint8_t> out);
std::vector<std::uint8_t> render(const Frame &frame, const GreyDisplay &display);

} // namespace simiao::imaging
