#include "integration/dicom/confidentiality/kind_cleaning.h"

#include "integration/dicom/confidentiality/confidentiality_profile.h"
#include "integration/dicom/confidentiality/content_cleaner.h"
#include "integration/dicom/confidentiality/note_cleaner.h"
#include "integration/dicom/dataset_file.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

Result<ObjectKind> cleanableKind(const DatasetFile &file, bool takesDocuments)
{
    const auto kind = objectKind(file);
    switch (kind) {
    case ObjectKind::Image:
        if (!file.layout.pixels)
            return Error{ErrorKind::Invalid, u"imaging.no-pixels"_s};
        return kind;
    case ObjectKind::Report:
    case ObjectKind::KeyObjects:
    case ObjectKind::PresentationState:
    case ObjectKind::Waveform: break;
    case ObjectKind::Document:
        if (!takesDocuments)
            return Error{ErrorKind::Invalid, u"deidentify.document"_s};
        break;
    case ObjectKind::Plan:
    case ObjectKind::StructureSet:
    case ObjectKind::Annotations:
    case ObjectKind::Registration:
    case ObjectKind::Palette:
    case ObjectKind::Directory:
    case ObjectKind::Other: return Error{ErrorKind::Invalid, u"deidentify.kind"_s, codeOf(kind)};
    }
    if (file.layout.pixels)
        return Error{ErrorKind::Invalid, u"deidentify.kind"_s, codeOf(kind)};
    if (!file.defects.empty())
        return Error{ErrorKind::Corrupt, file.defects.front().code, file.defects.front().detail};
    return kind;
}

Result<int> cleanedContent(DcmItem &dataset, ObjectKind kind)
{
    if (kind == ObjectKind::Report || kind == ObjectKind::KeyObjects)
        return cleanContent(dataset, ConfidentialityProfile::basic());
    if (kind == ObjectKind::PresentationState)
        return cleanGraphics(dataset);
    return kind == ObjectKind::Waveform ? cleanWaveformNotes(dataset) : 0;
}

void mend(DcmItem &dataset, ObjectKind kind)
{
    const auto putWhereMissing = [&](const DcmTagKey &tag, const char *value) {
        if (!dataset.tagExistsWithValue(tag))
            dataset.putAndInsertString(tag, value);
    };
    if (kind == ObjectKind::PresentationState) {
        putWhereMissing(DCM_PresentationCreationDate, "19000101");
        putWhereMissing(DCM_PresentationCreationTime, "000000");
    }
    // Whoever verified it is gone, and has not seen what is left of it.
    if (kind == ObjectKind::Report) {
        dataset.findAndDeleteElement(DCM_VerifyingObserverSequence);
        dataset.putAndInsertString(DCM_VerificationFlag, "UNVERIFIED");
    }
}

} // namespace simiao::dicom
