#include "integration/dicom/confidentiality/deidentify.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/attribute_cleaner.h"
#include "integration/dicom/confidentiality/content_cleaner.h"
#include "integration/dicom/confidentiality/note_cleaner.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/object_kind.h"
#include "integration/dicom/whole_file.h"

#include <QIODevice>
#include <QSet>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kChunk = 1 << 20;

/// Names run over the border of two chunks.
constexpr qint64 kOverlap = 1 << 10;

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

/// Modalities whose devices write the patient's name into the picture.
bool writesIntoPictures(const QString &modality)
{
    static const QSet<QString> modalities{u"US"_s, u"ES"_s, u"XC"_s, u"OT"_s, u"SC"_s,
                                          u"GM"_s, u"OP"_s, u"RF"_s, u"XA"_s, u"IVUS"_s};
    return modalities.contains(modality);
}

bool hasOverlayInPixels(DcmItem &dataset)
{
    for (quint16 group = 0x6000; group <= 0x601E; group = static_cast<quint16>(group + 2)) {
        const DcmTagKey bits(group, 0x0100);
        const DcmTagKey data(group, 0x3000);
        if (dataset.tagExists(bits) && !dataset.tagExists(data))
            return true;
    }
    return false;
}

/// \param areClean  somebody blanked what is burnt in, in every frame
std::vector<imaging::Defect> pictureNotices(DcmItem &dataset, bool areClean)
{
    std::vector<imaging::Defect> notices;
    const auto burnedIn = code(dataset, DCM_BurnedInAnnotation);
    const auto modality = code(dataset, DCM_Modality);
    if (burnedIn == "YES"_L1 && !areClean)
        notices.push_back({u"deidentify.burned-in"_s, {}});
    else if (burnedIn != "NO"_L1 && !areClean && writesIntoPictures(modality))
        notices.push_back({u"deidentify.burned-in-unknown"_s, modality});
    if (hasOverlayInPixels(dataset))
        notices.push_back({u"deidentify.overlay-in-pixels"_s, {}});
    return notices;
}

void addCode(DcmItem &dataset, const MethodCode &method)
{
    DcmItem *item = nullptr;
    if (dataset.findOrCreateSequenceItem(DCM_DeidentificationMethodCodeSequence, item, -2).bad())
        return;
    item->putAndInsertString(DCM_CodeValue, method.value);
    item->putAndInsertString(DCM_CodingSchemeDesignator, "DCM");
    item->putAndInsertString(DCM_CodeMeaning, method.meaning);
}

bool isReport(ObjectKind kind)
{
    return kind == ObjectKind::Report || kind == ObjectKind::KeyObjects;
}

void sayHow(DcmItem &dataset, ObjectKind kind, const Deidentification &wish, bool areClean)
{
    dataset.putAndInsertString(DCM_PatientIdentityRemoved, "YES");
    dataset.putAndInsertString(DCM_DeidentificationMethod,
                               ConfidentialityProfile::basic().method().toLatin1().constData());
    dataset.putAndInsertString(DCM_LongitudinalTemporalInformationModified,
                               wish.keepsIntervals ? "MODIFIED" : "REMOVED");
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
    addCode(dataset, kBasicProfile);
    if (wish.keepsIntervals)
        addCode(dataset, kModifiedDates);
    if (areClean) {
        addCode(dataset, kCleanPixels);
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "NO");
    }
    if (isReport(kind))
        addCode(dataset, kCleanContent);
    if (kind == ObjectKind::PresentationState)
        addCode(dataset, kCleanGraphics);
}

/// Nobody has looked into the document.
void sayNothingIsClaimed(DcmItem &dataset)
{
    dataset.putAndInsertString(DCM_PatientIdentityRemoved, "NO");
    dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    dataset.findAndDeleteElement(DCM_DeidentificationMethod);
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
}

/// What the profile takes away and an object of this kind cannot be without (PS3.3 C.11.10, C.17.2).
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

/// Takes out of the content what people wrote into it. \returns how many texts
Result<int> cleanedContent(DcmItem &dataset, ObjectKind kind)
{
    if (isReport(kind))
        return cleanContent(dataset, ConfidentialityProfile::basic());
    if (kind == ObjectKind::PresentationState)
        return cleanGraphics(dataset);
    return kind == ObjectKind::Waveform ? cleanWaveformNotes(dataset) : 0;
}

/// Of what kind the object is, where it can be cleaned.
Result<ObjectKind> cleanableKind(const DatasetFile &file, const Deidentification &wish)
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
        if (!wish.takesDocuments)
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

QString nativeSyntaxOf(const DatasetLayout &layout)
{
    if (layout.isBigEndian)
        return u"1.2.840.10008.1.2.2"_s;
    return layout.isImplicit ? u"1.2.840.10008.1.2"_s : u"1.2.840.10008.1.2.1"_s;
}

/// Of the copy: deflated data sets are written inflated.
QString syntaxOf(const DatasetFile &file)
{
    const bool isCompressed = file.layout.pixels && file.layout.pixels->isEncapsulated;
    return isCompressed ? file.bytes.transferSyntax : nativeSyntaxOf(file.layout);
}

/// A data set whose pixels were decoded and blanked says what they are now (PS3.3 C.7.6.3).
void describeBlanked(DcmItem &dataset, const BlankedPixels &pixels)
{
    dataset.putAndInsertString(DCM_PhotometricInterpretation, pixels.photometric.toLatin1().constData());
    if (pixels.format.geometry.samplesPerPixel() > 1)
        dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
    dataset.findAndDeleteElement(DCM_ExtendedOffsetTable);
    dataset.findAndDeleteElement(DCM_ExtendedOffsetTableLengths);
}

QByteArray blankedElement(const BlankedPixels &pixels)
{
    const bool areWords = pixels.format.bitsAllocated > 8;
    QByteArray element("\xE0\x7F\x10\x00", 4);
    element += areWords ? "OW" : "OB";
    element += QByteArray(2, '\0');
    const auto length = static_cast<quint32>(pixels.bytes.size());
    element.append(reinterpret_cast<const char *>(&length), sizeof(length));
    return element;
}

/// Copies the pixels as they stand. In compressed ones nobody's name may stand either.
Result<void> copyPixels(QIODevice &device,
                        const PixelElement &element,
                        const IdentifyingValues *forbidden,
                        WholeFile &file)
{
    device.seek(element.offset);
    QByteArray before;
    for (qint64 left = element.length; left > 0;) {
        const auto bytes = device.read(std::min(left, kChunk));
        if (bytes.isEmpty())
            return Error{ErrorKind::Unavailable, u"disk.read"_s, device.errorString()};
        if (forbidden && forbidden->areInBytes(before + bytes))
            return Error{ErrorKind::Invalid, u"deidentify.pixels-named"_s};
        TRY_VOID(file.write(bytes));
        before = bytes.last(std::min(kOverlap, bytes.size()));
        left -= bytes.size();
    }
    return ok();
}

/// One object on its way through: opened, cleaned, written.
class Passage
{
public:
    /// \param areClean  the pixels that will be written say nothing of the patient any more
    Passage(DatasetFile &file, ObjectKind kind, const Deidentification &wish, bool areClean)
        : m_file(file)
        , m_kind(kind)
        , m_wish(wish)
        , m_areClean(areClean)
        , m_identifying(file.dataset())
    {
    }

    Result<DeidentifiedObject> clean()
    {
        auto &dataset = m_file.dataset();
        DeidentifiedObject object;
        if (m_kind == ObjectKind::Image)
            object.notices = pictureNotices(dataset, m_areClean);
        TRY_VOID(checkDocument());
        TRY(const int texts, cleanedContent(dataset, m_kind));
        AttributeCleaner cleaner(m_kind, ConfidentialityProfile::basic(), m_wish.substitutes, m_identifying,
                                 m_wish.keepsIntervals);
        cleaner.clean(dataset);
        mend(dataset, m_kind);
        sayHow(dataset, m_kind, m_wish, m_areClean);
        if (m_kind == ObjectKind::Document) {
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

    Result<void> writeAsIs(WholeFile &file)
    {
        if (!m_file.layout.pixels)
            return writeHead(file, syntaxOf(m_file), m_file.layout);
        auto &device = *m_file.bytes.device;
        TRY(const auto pixels, pixelElement(device, m_file.layout));
        TRY_VOID(writeHead(file, syntaxOf(m_file), m_file.layout));
        return copyPixels(device, pixels, m_file.layout.pixels->isEncapsulated ? &m_identifying : nullptr,
                          file);
    }

    Result<void> writeBlanked(WholeFile &file, const BlankedPixels &pixels)
    {
        describeBlanked(m_file.dataset(), pixels);
        DatasetLayout explicitLittle;
        explicitLittle.isImplicit = false;
        TRY_VOID(writeHead(file, nativeSyntaxOf(explicitLittle), explicitLittle));
        TRY_VOID(file.write(blankedElement(pixels)));
        return file.write(pixels.bytes);
    }

private:
    /// A name in plain bytes is found; most documents are compressed.
    Result<void> checkDocument() const
    {
        const Uint8 *bytes = nullptr;
        unsigned long count = 0;
        if (m_kind != ObjectKind::Document
            || m_file.dataset().findAndGetUint8Array(DCM_EncapsulatedDocument, bytes, &count).bad() || !bytes)
            return ok();
        if (m_identifying.areInBytes({reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(count)}))
            return Error{ErrorKind::Invalid, u"deidentify.document-named"_s};
        return ok();
    }

    Result<void> writeHead(WholeFile &file, const QString &syntax, const DatasetLayout &layout)
    {
        auto &dataset = m_file.dataset();
        TRY(const auto attributes, encodedAttributes(dataset, layout));
        TRY_VOID(
            file.write(fileMeta(code(dataset, DCM_SOPClassUID), code(dataset, DCM_SOPInstanceUID), syntax)));
        return file.write(attributes);
    }

    DatasetFile &m_file;
    ObjectKind m_kind;
    const Deidentification &m_wish;
    bool m_areClean;
    IdentifyingValues m_identifying;
};

} // namespace

Result<DeidentifiedObject> deidentifyFile(const QString &from,
                                          const QString &to,
                                          const Deidentification &wish,
                                          bool mayReplace)
{
    if (!wish.substitutes.isSubjectUsable())
        return Error{ErrorKind::Invalid, u"deidentify.subject"_s};
    TRY(auto file, openDataset(from));
    TRY(const auto kind, cleanableKind(file, wish));

    std::optional<BlankedPixels> blanked;
    const auto rectangles =
        kind == ObjectKind::Image ? rectanglesFor(file, wish.blanked) : std::vector<PixelRectangle>();
    if (!rectangles.empty()) {
        TRY(blanked, blankedPixels(file, rectangles));
    }
    Passage passage(file, kind, wish, !rectangles.empty() && isInEveryFrame(file, rectangles));
    TRY(auto object, passage.clean());
    if (kind == ObjectKind::Image && rectangles.empty() && !wish.blanked.empty())
        object.notices.push_back({u"deidentify.not-blanked"_s, {}});
    TRY(auto copy, WholeFile::create(to, mayReplace));
    TRY_VOID(blanked ? passage.writeBlanked(copy, *blanked) : passage.writeAsIs(copy));
    TRY_VOID(copy.finish());
    return object;
}

} // namespace simiao::dicom
