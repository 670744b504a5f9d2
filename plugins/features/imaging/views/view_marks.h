#pragma once

#include "imaging/views/image_mapping.h"

#include <QFont>

#include <optional>

class QPainter;

namespace simiao::viewer {

/// A line over a picture, in its columns and rows.
struct MarkLine
{
    imaging::ImagePoint from;
    imaging::ImagePoint to;
    QString label = {};    ///< stands at its end; may be empty
    bool isStrong = false; ///< of the slice that is worked with

    bool operator==(const MarkLine &) const = default;
};

/// What other viewports, or a presentation, have to say about a picture.
struct ViewMarks
{
    std::vector<MarkLine> lines;
    std::optional<imaging::ImagePoint> cross;

    bool operator==(const ViewMarks &) const = default;
};

/// Legible on black and on white.
void paintMarks(QPainter &painter, const ViewMarks &marks, const ImageMapping &mapping, const QFont &font);

} // namespace simiao::viewer
