#pragma once

#include "imaging/models/corner_texts.h"

#include <QFont>
#include <QFontMetrics>
#include <QRectF>

#include <vector>

class QPainter;
class QRect;

namespace simiao::viewer {

/// The lines of a corner as rows of this room: broken between words where they are too long, so that a date is not cut, as long as
/// they take no more than a third of the height; else, and where a word alone is too long, elided, but never within a number or date: a line
/// of which nothing else is left is left out.
/// \param whole  lines that are never elided, but broken, within a word where need be; where they and the others take more than half of
///               the height, the last of the others are left out
QStringList cornerRows(const QStringList &lines,
                       QSize room,
                       const QFontMetrics &metrics,
                       const QStringList &whole = {});

/// Writes the texts over the picture, legible on black and on bright bone. Lines of opposite corners never
/// meet, as cornerRows(). In a view too small for four corners as many lines as there is room for stand over the whole width, those of `whole`
/// first, and none where the letters of the edges are.
void paintOverlay(QPainter &painter, const QRect &view, const CornerTexts &texts, const QFont &font);

/// Where paintOverlay() writes: other words keep off.
std::vector<QRectF> overlayBoxes(const QRect &view, const CornerTexts &texts, const QFont &font);

} // namespace simiao::viewer
