#include "integration/dicom/import_scan.h"

#include "imaging/orientation.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/object_kind.h"
#include "integration/dicom/scanned_values.h"
#include "integration/dicom/text.h"

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

enum Attribute : std::size_t {
    CharacterSetTerms,
    SopClassUid,
    SopInstanceUid,
    StudyDate,
    Modality,
    PatientName,
    PatientId,
    PatientBirthDate,
    BodyPart,
    StudyInstanceUid,
    SeriesInstanceUid,
    PatientOrientation,
    Orientation,
    Laterality,
    ImageLaterality,
    BurnedIn,
    AttributeCount,
};

/// In the order of the enumeration, which is that of a data set.
constexpr std::array<std::uint32_t, AttributeCount> kTags{
    0x00080005, 0x00080016, 0x00080018, 0x00080020, 0x00080060, 0x00100010, 0x00100020, 0x00100030,
    0x00180015, 0x0020000D, 0x0020000E, 0x00200020, 0x00200037, 0x00200060, 0x00200062, 0x00280301,
};

class Values : public ScannedValues<Attribute, kTags>
{
public:
    /// False where the file needs more than a scan: also a directory, and frames with functional groups.
    bool read(std::span<const char> head)
    {
        ElementScan scan(head);
        if (!scan.isScannable())
            return false;
        while (const auto element = scan.next()) {
            const auto group = element->tag >> 16;
            if (group == 0x0004 || group == 0x5200 || !take(*element))
                return false;
        }
        return scan.isComplete() && objectKindWithPixels(code(SopClassUid)) == ObjectKind::Image;
    }
};

workflow::ImportHeader headerOf(const Values &values)
{
    const auto terms = QString::fromLatin1(values.raw(CharacterSetTerms));
    const CharacterSet set(terms.isEmpty() ? QStringList() : terms.split(u'\\'));
    const auto text = [&](Attribute attribute) { return textBy(set, values.raw(attribute).toByteArray()); };
    const auto cosines = values.numbers(Orientation);
    const bool isPlane = cosines.size() == 6
        && imaging::ImageOrientation::fromCosines(std::span<const double, 6>(cosines)).has_value();
    const auto ofImage = values.code(ImageLaterality);
    return {.sopInstanceUid = values.code(SopInstanceUid),
            .seriesInstanceUid = values.code(SeriesInstanceUid),
            .studyInstanceUid = values.code(StudyInstanceUid),
            .modality = values.code(Modality),
            .patientId = text(PatientId),
            .patientName = personName(text(PatientName)),
            .patientBirthDate = isoDate(values.code(PatientBirthDate)),
            .studyDate = isoDate(values.code(StudyDate)),
            .bodyPart = values.code(BodyPart),
            .laterality = ofImage.isEmpty() ? values.code(Laterality) : ofImage,
            .hasOrientation = isPlane || values.has(PatientOrientation),
            .isBurnedIn = values.code(BurnedIn) == u"YES"_s,
            .isImage = true};
}

} // namespace

std::optional<workflow::ImportHeader> ImportScanner::scan(const QString &path)
{
    m_room.resize(kHeadSizes.back());
    FileHead head(m_files, path, m_room);
    for (const auto size : kHeadSizes) {
        const auto bytes = head.first(size);
        Values values;
        if (values.read(bytes))
            return headerOf(values);
        if (bytes.size() < size)
            break;
    }
    return std::nullopt;
}

} // namespace simiao::dicom
