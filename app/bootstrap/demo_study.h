#pragma once

#include "bootstrap/demo_hospital.h"

namespace simiao::bootstrap {

/// Fills in what follows from the patient. The caller sets name, slices, day and seed of the order, id and
/// description of the row; `uid` becomes the StudyInstanceUID.
void completeStudy(DemoStudy &study,
                   const administration::Patient &patient,
                   const QString &imagesFolder,
                   Uuid uid);

} // namespace simiao::bootstrap
