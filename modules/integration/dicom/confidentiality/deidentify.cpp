#include "integration/dicom/confidentiality/deidentify.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/attribute_cleaner.h"
#include "integration/dicom/confidentiality/clean_copy.h"
#include "integration/dicom/confidentiality/kind_cleaning.h"
#include "integration/dicom/confidentiality/method_marks.h"
#include "integration/dicom/confidentiality/picture_notices.h"
#include "integration/dicom/dataset_file.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// A name in plain bytes is found; most documents are compressed.
Result<void> checkDocument(DcmItem &dataset, const IdentifyingValues &identifying)
{
    const Uint8 *bytes = nullptr;
    unsigned long count = 0;
    if (dataset.findAndGetUint8Array(DCM_EncapsulatedDocument, bytes, &count).bad() || !bytes)
        return ok();
    if (identifying.areInBytes({reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(count)}))
        return Error{ErrorKind::Invalid, u"deidentify.document-named"_s};
    return ok();
}

/// The attributes and the content, in their place.
Result<DeidentifiedObject> cleaned(DcmItem &dataset,
                                   const CleanedAs &how,
                                   const Substitutes &substitutes,
                                   const IdentifyingValues &identifying)
{
    DeidentifiedObject object;
    if (how.kind == ObjectKind::Image)
        object.notices = pictureNotices(dataset, how.arePixelsClean, how.arePixelsRewritten);
    if (how.kind == ObjectKind::Document) {
        TRY_VOID(checkDocument(dataset, identifying));
    }
    TRY(const int texts, cleanedContent(dataset, how.kind));
    AttributeCleaner cleaner(how.kind, ConfidentialityProfile::basic(), substitutes, identifying,
                             how.keepsIntervals);
    cleaner.clean(dataset);
    mend(dataset, how.kind);
    sayHow(dataset, how);
    if (how.kind == ObjectKind::Document) {
        sayNothingIsClaimed(dataset);
        object.notices.push_back({u"deidentify.document-kept"_s, {}});
    }
    if (texts > 0)
        object.notices.push_back({u"deidentify.texts-taken"_s, QString::number(texts)});
    if (!cleaner.namedElsewhere().isEmpty())
        object.notices.push_back({u"deidentify.named-elsewhere"_s, cleaner.namedElsewhere().join(u' ')});
    object.sopInstanceUid = code(dataset, DCM_SOPInstanceUID);
    return object;
}

} // namespace

Result<DeidentifiedCopy> deidentified(DatasetFile &file, const Deidentification &wish)
{
    if (!wish.substitutes.isSubjectUsable())
        return Error{ErrorKind::Invalid, u"deidentify.subject"_s};
    TRY(const auto kind, cleanableKind(file, wish.takesDocuments));

    std::optional<BlankedPixels> blanked;
    const auto rectangles =
        kind == ObjectKind::Image ? rectanglesFor(file, wish.blanked) : std::vector<PixelRectangle>();
    if (!rectangles.empty()) {
        TRY(blanked, blankedPixels(file, rectangles));
    }
    const IdentifyingValues identifying(file.dataset()); // before they are gone
    const CleanedAs how{.kind = kind,
                        .keepsIntervals = wish.keepsIntervals,
                        .arePixelsRewritten = blanked.has_value(),
                        .arePixelsClean = blanked && isInEveryFrame(file, rectangles)
                            && !hasOverlayInPicture(file.dataset())};
    DeidentifiedCopy result;
    TRY(result.object, cleaned(file.dataset(), how, wish.substitutes, identifying));
    if (kind == ObjectKind::Image && rectangles.empty() && !wish.blanked.empty())
        result.object.notices.push_back({u"deidentify.not-blanked"_s, {}});
    TRY(result.copy, blanked ? copiedBlanked(file, *std::move(blanked)) : copiedAsIs(file, identifying));
    return result;
}

Result<DeidentifiedCopy> deidentified(const QString &path, const Deidentification &wish)
{
    TRY(auto file, openDataset(path));
    return deidentified(file, wish);
}

Result<DeidentifiedObject> deidentifyFile(const QString &from,
                                          const QString &to,
                                          const Deidentification &wish,
                                          bool mayReplace)
{
    const FileStamp stamp(from);
    TRY(const auto made, deidentified(from, wish));
    TRY_VOID(writeCopy(from, stamp, made.copy, to, mayReplace));
    return made.object;
}

} // namespace simiao::dicom
