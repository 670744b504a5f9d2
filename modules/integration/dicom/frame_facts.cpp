#include "integration/dicom/frame_facts.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/modality_lut.h"
#include "integration/dicom/plane.h"
#include "integration/dicom/text.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::Photometric;
using imaging::VoiFunction;

namespace {

Photometric photometricOf(const PixelFormat &format)
{
    if (format.geometry.samplesPerPixel() == 3)
        return Photometric::Rgb;
    return format.photometric == u"MONOCHROME1"_s ? Photometric::Monochrome1 : Photometric::Monochrome2;
}

VoiFunction voiFunction(DcmItem &item)
{
    const QString name = code(item, DCM_VOILUTFunction);
    if (name == u"SIGMOID"_s)
        return VoiFunction::Sigmoid;
    return name == u"LINEAR_EXACT"_s ? VoiFunction::LinearExact : VoiFunction::Linear;
}

std::vector<imaging::VoiWindow> windows(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_FrameVOILUTSequence);
    const auto centers = numbers(item, DCM_WindowCenter);
    const auto widths = numbers(item, DCM_WindowWidth);
    const auto explanations = DatasetText(dataset).of(item, DCM_WindowCenterWidthExplanation).split(u'\\');

    std::vector<imaging::VoiWindow> result;
    for (std::size_t i = 0; i < std::min(centers.size(), widths.size()); ++i)
        result.push_back({.center = centers[i],
                          .width = widths[i],
                          .function = voiFunction(item),
                          .explanation = explanations.value(static_cast<qsizetype>(i)).trimmed()});
    return result;
}

/// Pixel Padding Value has the representation of the pixels, whatever VR the file gave it.
std::optional<double> paddingBound(DcmItem &dataset, const DcmTagKey &tag, const PixelFormat &format)
{
    const auto value = number(dataset, tag);
    if (!value)
        return std::nullopt;
    const double span = format.bitsAllocated == 16 ? 65'536 : 256;
    if (format.isSigned && *value >= span / 2)
        return *value - span;
    if (!format.isSigned && *value < 0)
        return *value + span;
    return value;
}

std::optional<imaging::ValueRange> padding(DcmItem &dataset, const PixelFormat &format)
{
    const auto value = paddingBound(dataset, DCM_PixelPaddingValue, format);
    if (!value || format.bitsAllocated > 16)
        return std::nullopt;
    const double limit = paddingBound(dataset, DCM_PixelPaddingRangeLimit, format).value_or(*value);
    return imaging::ValueRange{.lowest = std::min(*value, limit), .highest = std::max(*value, limit)};
}

QString laterality(DcmItem &dataset)
{
    const QString ofImage = code(dataset, DCM_ImageLaterality);
    return ofImage.isEmpty() ? code(dataset, DCM_Laterality) : ofImage;
}

} // namespace

imaging::FrameFacts readFrameFacts(DcmItem &dataset, int frameIndex, const PixelFormat &format)
{
    return {.geometry = format.geometry,
            .bitsStored = format.bitsStored,
            .photometric = photometricOf(format),
            .isPresentationInverse = code(dataset, DCM_PresentationLUTShape) == u"INVERSE"_s,
            .modality = modalityTransform(dataset, frameIndex),
            .windows = windows(dataset, frameIndex),
            .padding = padding(dataset, format),
            .spacing = pixelSpacing(dataset, frameIndex),
            .sliceThicknessMm = sliceThicknessMm(dataset, frameIndex),
            .orientation = planeOrientation(dataset, frameIndex),
            .position = planePosition(dataset, frameIndex),
            .edges = imageEdges(dataset, frameIndex),
            .laterality = laterality(dataset),
            .instanceNumber = integer(dataset, DCM_InstanceNumber).value_or(0)};
}

} // namespace simiao::dicom
