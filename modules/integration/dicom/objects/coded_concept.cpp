#include "integration/dicom/objects/coded_concept.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

namespace {

constexpr qsizetype kLongest = 1024;

} // namespace

imaging::CodedConcept codedConcept(DcmItem &item, const DcmTagKey &sequence, const DatasetText &text)
{
    auto *found = sequenceItem(item, sequence);
    if (found == nullptr)
        return {};
    QString value = code(*found, DCM_CodeValue);
    if (value.isEmpty())
        value = code(*found, DCM_LongCodeValue);
    if (value.isEmpty())
        value = code(*found, DCM_URNCodeValue);
    return {.value = value.left(kLongest),
            .scheme = code(*found, DCM_CodingSchemeDesignator).left(kLongest),
            .meaning = text.of(*found, DCM_CodeMeaning).left(kLongest)};
}

} // namespace simiao::dicom
