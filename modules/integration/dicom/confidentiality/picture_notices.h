#pragma once

#include "imaging/defect.h"

#include <vector>

class DcmItem;

namespace simiao::dicom {

/// What a person has to look at in the pixels of an image before it goes out: `deidentify.burned-in`, `deidentify.burned-in-unknown`
/// (the modality), `deidentify.overlay-in-pixels`.
/// \param areClean      somebody blanked what is burnt in, in every frame
/// \param areRewritten  nothing is left in the bits of the pixels that are not stored (clearSpareBits)
std::vector<imaging::Defect> pictureNotices(DcmItem &dataset, bool areClean, bool areRewritten);

/// A drawing has its bits among those that are stored: it is part of the picture, and nobody can take it out.
bool hasOverlayInPicture(DcmItem &dataset);

} // namespace simiao::dicom
