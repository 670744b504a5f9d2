#include "integration/dicom/functional_groups.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

namespace {

DcmItem *macroItem(DcmItem *group, const DcmTagKey &macroSequence)
{
    return group ? sequenceItem(*group, macroSequence) : nullptr;
}

} // namespace

DcmItem &functionalGroup(DcmItem &dataset, int frameIndex, const DcmTagKey &macroSequence)
{
    auto *own = sequenceItem(dataset, DCM_PerFrameFunctionalGroupsSequence, frameIndex);
    if (auto *item = macroItem(own, macroSequence))
        return *item;
    auto *shared = sequenceItem(dataset, DCM_SharedFunctionalGroupsSequence);
    if (auto *item = macroItem(shared, macroSequence))
        return *item;
    return dataset;
}

void tellMissingGroups(DcmItem &dataset, int frameIndex, imaging::FrameFacts &facts)
{
    DcmSequenceOfItems *all = nullptr;
    if (dataset.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, all).bad() || all->card() == 0
        || all->card() > static_cast<unsigned long>(frameIndex))
        return;
    const int frames = std::max(frameIndex + 1, integer(dataset, DCM_NumberOfFrames).value_or(1));
    facts.defects.push_back({QStringLiteral("imaging.functional-groups-missing"),
                             QStringLiteral("%1/%2").arg(all->card()).arg(frames)});
    auto *shared = sequenceItem(dataset, DCM_SharedFunctionalGroupsSequence);
    if (macroItem(shared, DCM_PixelValueTransformationSequence) == nullptr)
        facts.modality.unit.clear();
}

} // namespace simiao::dicom
