#include "integration/dicom/confidentiality/method_marks.h"

#include "integration/dicom/confidentiality/confidentiality_profile.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

namespace {

struct MethodCode
{
    const char *value;
    const char *meaning;
};

// PS3.16 CID 7050.
constexpr MethodCode kBasicProfile{"113100", "Basic Application Confidentiality Profile"};
constexpr MethodCode kCleanPixels{"113101", "Clean Pixel Data Option"};
constexpr MethodCode kCleanGraphics{"113103", "Clean Graphics Option"};
constexpr MethodCode kCleanContent{"113104", "Clean Structured Content Option"};
constexpr MethodCode kModifiedDates{"113107",
                                    "Retain Longitudinal Temporal Information Modified Dates Option"};

void addCode(DcmItem &dataset, const MethodCode &method)
{
    DcmItem *item = nullptr;
    if (dataset.findOrCreateSequenceItem(DCM_DeidentificationMethodCodeSequence, item, -2).bad())
        return;
    item->putAndInsertString(DCM_CodeValue, method.value);
    item->putAndInsertString(DCM_CodingSchemeDesignator, "DCM");
    item->putAndInsertString(DCM_CodeMeaning, method.meaning);
}

} // namespace

void sayHow(DcmItem &dataset, const CleanedAs &how)
{
    dataset.putAndInsertString(DCM_PatientIdentityRemoved, "YES");
    dataset.putAndInsertString(DCM_DeidentificationMethod,
                               ConfidentialityProfile::basic().method().toLatin1().constData());
    dataset.putAndInsertString(DCM_LongitudinalTemporalInformationModified,
                               how.keepsIntervals ? "MODIFIED" : "REMOVED");
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
    addCode(dataset, kBasicProfile);
    if (how.keepsIntervals)
        addCode(dataset, kModifiedDates);
    if (how.arePixelsClean) {
        addCode(dataset, kCleanPixels);
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "NO");
    }
    if (how.kind == ObjectKind::Report || how.kind == ObjectKind::KeyObjects)
        addCode(dataset, kCleanContent);
    if (how.kind == ObjectKind::PresentationState)
        addCode(dataset, kCleanGraphics);
}

void sayNothingIsClaimed(DcmItem &dataset)
{
    dataset.putAndInsertString(DCM_PatientIdentityRemoved, "NO");
    dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    dataset.findAndDeleteElement(DCM_DeidentificationMethod);
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
}

} // namespace simiao::dicom
