#pragma once

#include "imaging/models/corner_texts.h"

#include <QFont>
#include <QRectF>

#include <vector>

class QPainter;
class QRect;

namespace simiao::viewer {

/// Writes the texts over the picture, legible on black and on bright bone. Lines of opposite corners never
/// meet: they are elided.
void paintOverlay(QPainter &painter, const QRect &view, const CornerTexts &texts, const QFont &font);

/// Where paintOverlay() writes: other words keep off.
std::vector<QRectF> overlayBoxes(const QRect &view, const CornerTexts &texts, const QFont &font);

} // namespace simiao::viewer
