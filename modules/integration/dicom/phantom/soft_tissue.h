#pragma once

#include "integration/dicom/phantom/canvas.h"

namespace simiao::dicom::phantom {

/// The couch under the patient.
void paintTable(Canvas &canvas);
/// Skin, fat and the muscles of the chest wall; fills the cage with fat.
void paintTrunk(Canvas &canvas);
/// Heart, and below the diaphragm liver, stomach and spleen.
void paintOrgans(Canvas &canvas);

} // namespace simiao::dicom::phantom
