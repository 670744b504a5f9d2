#include "integration/dicom/frame_facts.h"

#include "imaging/modality_range.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/display_shutter.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/lossy_compression.h"
#include "integration/dicom/modality_lut.h"
#include "integration/dicom/overlays.h"
#include "integration/dicom/pet_facts.h"
#include "integration/dicom/pixel_padding.h"
#include "integration/dicom/plane.h"
#include "integration/dicom/projection_view.h"
#include "integration/dicom/real_world.h"
#include "integration/dicom/segmentation.h"
#include "integration/dicom/ultrasound_regions.h"
#include "integration/dicom/voi_lut.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::Photometric;

namespace {

Photometric photometricOf(const PixelFormat &format)
{
    if (format.geometry.samplesPerPixel() == 3)
        return Photometric::Rgb;
    return format.photometric == u"MONOCHROME1"_s ? Photometric::Monochrome1 : Photometric::Monochrome2;
}

/// Whether a VOI LUT may begin below 0: its first mapped value is then two's complement.
bool mayBeNegative(const imaging::ModalityTransform &modality, const PixelFormat &format)
{
    return imaging::modalityRange(modality, format.bitsStored, format.isSigned).lowest < 0;
}

/// Pixel Aspect Ratio: vertical, then horizontal size.
double pixelAspect(DcmItem &dataset)
{
    const auto ratio = numbers(dataset, DCM_PixelAspectRatio);
    const double aspect = ratio.size() == 2 && ratio[0] > 0 && ratio[1] > 0 ? ratio[0] / ratio[1] : 1;
    return std::isnormal(aspect) ? aspect : 1;
}

/// A segmentation says how much of everything a value is; a bit is nothing or all.
std::optional<imaging::ValueRange> fullScale(DcmItem &dataset, const PixelFormat &format)
{
    if (format.bitsStored == 1)
        return imaging::ValueRange{0, 1};
    const auto most = number(dataset, DCM_MaximumFractionalValue);
    if (code(dataset, DCM_SegmentationType) != u"FRACTIONAL"_s || !most || !(*most > 0))
        return std::nullopt;
    return imaging::ValueRange{0, *most};
}

} // namespace

imaging::FrameFacts readFrameFacts(const DatasetFile &file, int frameIndex, const PixelFormat &format)
{
    DcmItem &dataset = file.dataset();
    const auto modality = modalityTransform(dataset, frameIndex);
    auto real = realWorld(dataset, frameIndex, modality);
    auto windows = windowsIn(voiWindows(dataset, frameIndex), modality, real.transform);
    auto defects = modalityDefects(dataset, frameIndex);
    if (std::ranges::find(defects, u"imaging.mapping-unused"_s, &imaging::Defect::code) != defects.end())
        real.transform.unit.clear();
    if (auto ofTables = voiTableDefect(dataset, frameIndex))
        defects.push_back(*std::move(ofTables));
    if (real.defect)
        defects.push_back(*std::move(real.defect));
    imaging::FrameFacts facts{.geometry = format.geometry,
                              .bitsStored = format.bitsStored,
                              .photometric = photometricOf(format),
                              .isPresentationInverse =
                                  code(dataset, DCM_PresentationLUTShape) == u"INVERSE"_s,
                              .modality = std::move(real.transform),
                              .windows = std::move(windows),
                              .voiTables = voiTables(dataset, frameIndex, mayBeNegative(modality, format)),
                              .padding = pixelPadding(dataset, format),
                              .fullScale = fullScale(dataset, format),
                              .spacing = pixelSpacing(dataset, frameIndex),
                              .pixelAspect = pixelAspect(dataset),
                              .regions = ultrasoundRegions(dataset),
                              .sliceThicknessMm = sliceThicknessMm(dataset, frameIndex),
                              .orientation = planeOrientation(dataset, frameIndex),
                              .sliceLocationMm = sliceLocationMm(dataset, frameIndex),
                              .position = planePosition(dataset, frameIndex),
                              .frameOfReferenceUid = code(dataset, DCM_FrameOfReferenceUID),
                              .edges = imageEdges(dataset, frameIndex),
                              .laterality = lateralityOf(dataset, frameIndex),
                              .view = projectionView(dataset),
                              .segmentation = segmentationOf(dataset, frameIndex),
                              .lossy = lossyCompression(dataset, file.bytes.transferSyntax),
                              .instanceNumber = integer(dataset, DCM_InstanceNumber).value_or(0),
                              .pet = petFacts(dataset),
                              .overlays = readOverlays(dataset, frameIndex),
                              .shutter = displayShutter(dataset, frameIndex),
                              .defects = std::move(defects)};
    tellMissingGroups(dataset, frameIndex, facts);
    return facts;
}

} // namespace simiao::dicom
