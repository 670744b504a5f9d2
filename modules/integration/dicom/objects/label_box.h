#pragma once

#include "imaging/frame_geometry.h"
#include "imaging/presentation/graphic_annotation.h"
#include "imaging/turn.h"

namespace simiao::dicom {

/// The Bounding Box (PS3.3 C.10.5) of words that somebody put somewhere. Nobody knows the letters of the program that will show
/// them: there is room for letters of a fortieth of the picture, and what is kept is the middle.
/// \param at  middle of the words. Boxes in pixels may not leave the picture: it is moved as far as that needs.
/// \returns corners as they stand on the screen once the picture is turned: words run from the one to the other
imaging::TextBox labelBox(const imaging::ImagePoint &at,
                          const QString &words,
                          const imaging::FrameGeometry &geometry,
                          const imaging::Turn &turn);

imaging::ImagePoint centreOf(const imaging::TextBox &box);

} // namespace simiao::dicom
