#include "integration/dicom/ultrasound_regions.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <optional>

namespace simiao::dicom {

namespace {

constexpr int kMostRegions = 64;
/// Physical Units X Direction (0018,6024): 3 is cm.
constexpr int kCentimetre = 3;

imaging::RegionUnit unitOf(DcmItem &item, const DcmTagKey &tag)
{
    return integer(item, tag) == kCentimetre ? imaging::RegionUnit::Centimetre : imaging::RegionUnit::Other;
}

std::optional<imaging::UltrasoundRegion> regionOf(DcmItem &item)
{
    const auto left = integer(item, DCM_RegionLocationMinX0);
    const auto top = integer(item, DCM_RegionLocationMinY0);
    const auto right = integer(item, DCM_RegionLocationMaxX1);
    const auto bottom = integer(item, DCM_RegionLocationMaxY1);
    const auto deltaX = number(item, DCM_PhysicalDeltaX);
    const auto deltaY = number(item, DCM_PhysicalDeltaY);
    if (!left || !top || !right || !bottom || !deltaX || !deltaY)
        return std::nullopt;
    return imaging::UltrasoundRegion{.left = *left,
                                     .top = *top,
                                     .right = *right,
                                     .bottom = *bottom,
                                     .unitX = unitOf(item, DCM_PhysicalUnitsXDirection),
                                     .unitY = unitOf(item, DCM_PhysicalUnitsYDirection),
                                     .deltaX = *deltaX,
                                     .deltaY = *deltaY};
}

} // namespace

std::vector<imaging::UltrasoundRegion> ultrasoundRegions(DcmItem &dataset)
{
    std::vector<imaging::UltrasoundRegion> regions;
    for (int i = 0; i < kMostRegions; ++i) {
        auto *item = sequenceItem(dataset, DCM_SequenceOfUltrasoundRegions, i);
        if (item == nullptr)
            break;
        if (const auto region = regionOf(*item))
            regions.push_back(*region);
    }
    return regions;
}

} // namespace simiao::dicom
