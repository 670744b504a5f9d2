#pragma once

#include "imaging/defect.h"

#include <vector>

class DcmItem;

namespace simiao::dicom {

/// What a person has to look at in the pixels of an image before it goes out: `deidentify.burned-in`, `deidentify.burned-in-unknown`
/// (the modality), `deidentify.overlay-in-pixels`.
/// \param areClean  somebody blanked what is burnt in, in every frame
std::vector<imaging::Defect> pictureNotices(DcmItem &dataset, bool areClean);

} // namespace simiao::dicom
