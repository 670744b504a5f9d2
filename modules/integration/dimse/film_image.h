#pragma once

#include "imaging/lut.h"

#include <QByteArray>

namespace simiao::dimse {

/// A picture as a film printer takes it: "preformatted grayscale" (PS3.3 C.13.5), black 0, as displayed.
struct FilmImage
{
    int columns = 0;
    int rows = 0;
    int bits = 8;                       ///< stored, 8 or 12
    double aspect = 1;                  ///< height of a pixel over its width
    std::optional<double> widthMm = {}; ///< at which it is printed, where that matters (Requested Image Size)
    QByteArray pixels = {};             ///< a byte a pixel, with 12 bits two, the lower first; even length

    bool operator==(const FilmImage &) const = default;
};

/// The frame as it is displayed; colour as its brightness.
/// \param bits  8 or 12; greys that a presentation state has made are exact with 8
FilmImage filmImage(const imaging::Frame &frame, const imaging::GreyDisplay &display, int bits);

} // namespace simiao::dimse
