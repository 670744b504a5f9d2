#include "integration/dicom/functional_groups.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

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

} // namespace simiao::dicom
