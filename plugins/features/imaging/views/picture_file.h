#pragma once

#include "core/result.h"
#include "imaging/models/corner_texts.h"
#include "imaging/presentation/presentation_state.h"
#include "imaging/views/measure_painter.h"

#include <QFont>
#include <QRect>

#include <optional>

namespace simiao::viewer {

/// A picture as a file that others open: grey or colour as displayed, in its own pixels, rows as high as they are in the patient. What a
/// presentation state makes of it comes along: cut to its displayed area, turned, with its shutter and its drawings; of a size
/// that the state calls true, the file says how many pixels a metre has. Overlays do not: who is named in them nobody knows.
struct PictureFile
{
    std::shared_ptr<const imaging::Frame> frame;
    imaging::GreyDisplay display;
    std::optional<CornerTexts> texts;         ///< written into the picture
    std::vector<DrawnMeasurement> drawn = {}; ///< as on the screen
    QFont font;
    std::optional<imaging::Presentation> presented = {}; ///< nothing: no state is applied to it
    /// Laid down as the state wants it; else all of the picture goes out, as it stands.
    bool isAsStated = true;
    std::vector<QRect> blanked = {}; ///< columns and rows that are black in the file
    QString path;
    bool isJpeg = false;
};

/// Draws and writes it, whole or not at all. Conflict `export.exists` where a file of that name is there; Unavailable
/// `export.picture`; errors of the disk. Blocks. \thread any
Result<void> writePicture(const PictureFile &picture);

} // namespace simiao::viewer
