#pragma once

#include "imaging/defect.h"
#include "integration/dicom/confidentiality/pixel_blanking.h"
#include "integration/dicom/confidentiality/substitutes.h"

#include <vector>

namespace simiao::dicom {

/// What one export wants. The same for all of its objects.
struct Deidentification
{
    Substitutes substitutes = Substitutes::forOneExport();
    /// PS3.15 E.3.6, Retain Longitudinal Temporal Information With Modified Dates.
    bool keepsIntervals = false;
    /// Where names are burnt into the picture, in every object. Compressed pixels are then written uncompressed; without any rectangle
    /// pixels go out byte for byte.
    std::vector<PixelRectangle> blanked = {};
};

/// What was written.
struct DeidentifiedObject
{
    QString sopInstanceUid;
    /// What a person has to look at before it goes out: `deidentify.burned-in`, `deidentify.burned-in-unknown`,
    /// `deidentify.overlay-in-pixels`; and `deidentify.named-elsewhere` (the attributes), which were emptied.
    std::vector<imaging::Defect> notices;
};

/// Writes a copy of the image at `from` to `to` that does not say whose it is: PS3.15 Basic Application Confidentiality Profile, on
/// every level of nesting.
/// Invalid `deidentify.not-an-image` for other objects, whose content itself names people; `deidentify.pixels-named` where compressed
/// pixels carry a name in a comment, `deidentify.subject`; as openDataset, WholeFile and blankedPixels. Blocks. \thread any
Result<DeidentifiedObject> deidentifyFile(const QString &from,
                                          const QString &to,
                                          const Deidentification &wish,
                                          bool mayReplace = false);

} // namespace simiao::dicom
