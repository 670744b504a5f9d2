#include "integration/dicom/supplemental_palette.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Pixel Presentation of the frame, else that of the image.
QString pixelPresentation(DcmItem &dataset, int frameIndex)
{
    for (const auto &type :
         {DCM_CTImageFrameTypeSequence, DCM_MRImageFrameTypeSequence, DCM_PETFrameTypeSequence}) {
        auto &item = functionalGroup(dataset, frameIndex, type);
        const auto own = &item == &dataset ? QString() : code(item, DCM_PixelPresentation);
        if (!own.isEmpty())
            return own;
    }
    return code(dataset, DCM_PixelPresentation);
}

} // namespace

std::optional<imaging::Defect> unshownColours(DcmItem &dataset, int frameIndex)
{
    const auto presentation = pixelPresentation(dataset, frameIndex);
    if (presentation != "COLOR"_L1 && presentation != "MIXED"_L1)
        return std::nullopt;
    if (!dataset.tagExists(DCM_RedPaletteColorLookupTableDescriptor))
        return std::nullopt;
    return imaging::Defect{u"imaging.colours-not-shown"_s, u"(0008,9205) is %1"_s.arg(presentation)};
}

} // namespace simiao::dicom
