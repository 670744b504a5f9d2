#pragma once

#include "imaging/presentation/displayed_area.h"
#include "imaging/presentation/graphic_annotation.h"
#include "imaging/presentation/presentation_state.h"

#include <QRectF>
#include <QStringList>

#include <vector>

class QPainter;

namespace simiao::viewer {

/// The drawings and words of a presentation state, in the order given. Ink that no measurement and no overlay has.
/// \param placed  where the displayed area lies in the painter's coordinates
/// \param taken  other words: those that only belong to a place stand beside these
void paintAnnotations(QPainter &painter,
                      const std::vector<imaging::GraphicAnnotation> &annotations,
                      const imaging::PlacedArea &placed,
                      std::vector<QRectF> taken = {});

/// Everything written in them, a text each, without what reorders or controls.
QStringList annotationWords(const std::vector<imaging::GraphicAnnotation> &annotations);

} // namespace simiao::viewer
