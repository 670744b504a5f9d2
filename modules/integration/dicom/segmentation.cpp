#include "integration/dicom/segmentation.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Every frame carries its names to the screen: a file with more is shown without the rest of them.
constexpr int kMostSegments = 1024;

std::vector<imaging::Segment> segmentsIn(DcmItem &dataset)
{
    const DatasetText text(dataset);
    std::vector<imaging::Segment> segments;
    for (int i = 0; i < kMostSegments; ++i) {
        auto *item = sequenceItem(dataset, DCM_SegmentSequence, i);
        if (item == nullptr)
            break;
        if (const auto number = integer(*item, DCM_SegmentNumber))
            segments.push_back({*number, text.of(*item, DCM_SegmentLabel).trimmed()});
    }
    std::ranges::sort(segments, {}, &imaging::Segment::number);
    return segments;
}

std::optional<int> numberOf(DcmItem &dataset, int frameIndex)
{
    auto &identification = functionalGroup(dataset, frameIndex, DCM_SegmentIdentificationSequence);
    return integer(identification, DCM_ReferencedSegmentNumber);
}

} // namespace

std::optional<imaging::Segmentation> segmentationOf(DcmItem &dataset, int frameIndex)
{
    if (!dataset.tagExists(DCM_SegmentSequence))
        return std::nullopt;
    imaging::Segmentation all{.segments = segmentsIn(dataset),
                              .isLabelMap = code(dataset, DCM_SegmentationType) == u"LABELMAP"_s};
    if (all.isLabelMap)
        return all;
    const auto number = numberOf(dataset, frameIndex);
    if (!number)
        return all.segments.size() == 1 ? std::optional(all) : std::nullopt;
    const auto *named = all.of(*number);
    return imaging::Segmentation{.segments = {named ? *named : imaging::Segment{*number}}};
}

} // namespace simiao::dicom
