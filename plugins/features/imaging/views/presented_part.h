#pragma once

#include "imaging/measure/measurement.h"
#include "imaging/presentation/presentation_state.h"
#include "imaging/views/image_mapping.h"
#include "imaging/views/picture.h"

#include <QRectF>
#include <QStringList>

namespace simiao::viewer {

// What a presentation state makes of a picture, for all that show it: viewports, paper, files.

/// The area that it wants seen; all of the picture where it does not say.
imaging::DisplayedArea areaOf(const imaging::Presentation &presentation, const imaging::Frame &frame);

/// Something of the picture lies beyond the area.
bool isPart(const imaging::DisplayedArea &area, const imaging::FrameGeometry &geometry);

/// The area in the turned picture, which goes from 0 to 1. It may reach beyond.
QRectF partOf(const imaging::DisplayedArea &area,
              const imaging::FrameGeometry &geometry,
              const imaging::Turn &turn);

PictureFraming framingOf(const imaging::Presentation &presentation, const imaging::Frame &frame);

/// The area as it lies where `mapping` puts the picture.
imaging::PlacedArea placedIn(const ImageMapping &mapping, const imaging::DisplayedArea &area);

/// Where the state draws a measurement, and at the same place, its drawing stands alone: one over the other neither
/// could be read. What was moved since is drawn beside it.
bool isDrawnBy(const std::vector<imaging::GraphicAnnotation> &annotations,
               const imaging::Measurement &measurement);

/// What of a state's drawings goes out: the lines where drawings are wanted, the words too where words are. Words are
/// somebody's, and may name anybody.
std::vector<imaging::GraphicAnnotation> drawnOf(std::vector<imaging::GraphicAnnotation> annotations,
                                                bool hasDrawings,
                                                bool hasWords);

/// How it stands with the state: its name and author, and in capitals what is not as it says.
QStringList presentationWords(const imaging::PresentationState &state, bool isApplied, bool isPart);

} // namespace simiao::viewer
