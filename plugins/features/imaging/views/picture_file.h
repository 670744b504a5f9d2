#pragma once

#include "core/result.h"
#include "imaging/models/corner_texts.h"
#include "imaging/views/measure_painter.h"

#include <QFont>
#include <QRect>

#include <optional>

namespace simiao::viewer {

/// A picture as a file that others open: grey or colour as displayed, in its own pixels, rows as high as they are in the patient.
struct PictureFile
{
    std::shared_ptr<const imaging::Frame> frame;
    imaging::GreyDisplay display;
    std::optional<CornerTexts> texts;         ///< written into the picture
    std::vector<DrawnMeasurement> drawn = {}; ///< as on the screen
    QFont font;
    std::vector<QRect> blanked = {}; ///< columns and rows that are black in the file
    QString path;
    bool isJpeg = false;
};

/// Draws and writes it, whole or not at all. Conflict `export.exists` where a file of that name is there; Unavailable
/// `export.picture`; errors of the disk. Blocks. \thread any
Result<void> writePicture(const PictureFile &picture);

} // namespace simiao::viewer
