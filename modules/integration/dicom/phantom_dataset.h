#pragma once

#include "workflow/ports/phantom_study.h"

#include <cstdint>
#include <vector>

class DcmItem;

namespace simiao::dicom {

struct PhantomSlice
{
    int index = 0;      ///< from 0 at the top
    double depthMm = 0; ///< below the top of the phantom
    double spacingMm = 1;
};

/// A complete CT Image object (PS3.3 A.3) for one slice of Hounsfield units.
void fillPhantomDataset(DcmItem &dataset,
                        const workflow::PhantomStudyOrder &order,
                        const PhantomSlice &slice,
                        const std::vector<std::int16_t> &hounsfield);

} // namespace simiao::dicom
