#include "integration/dicom/header_scan.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/frame_rate.h"
#include "integration/dicom/image_role.h"
#include "integration/dicom/plane.h"
#include "integration/dicom/scanned_values.h"
#include "integration/dicom/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

enum Attribute : std::size_t {
    CharacterSetTerms,
    ImageType,
    SopInstanceUid,
    StudyDate,
    StudyTime,
    Modality,
    StudyDescription,
    SeriesDescription,
    RecommendedFrameRate,
    PatientName,
    PatientId,
    PatientBirthDate,
    PatientSex,
    BodyPart,
    CineRate,
    FrameTime,
    ViewPosition,
    StudyInstanceUid,
    SeriesInstanceUid,
    SeriesNumber,
    InstanceNumber,
    Position,
    Orientation,
    FrameOfReferenceUid,
    Laterality,
    ImageLaterality,
    Frames,
    Rows,
    Columns,
    AttributeCount,
};

/// In the order of the enumeration, which is that of a data set.
constexpr std::array<std::uint32_t, AttributeCount> kTags{
    0x00080005, 0x00080008, 0x00080018, 0x00080020, 0x00080030, 0x00080060, 0x00081030, 0x0008103E,
    0x00082144, 0x00100010, 0x00100020, 0x00100030, 0x00100040, 0x00180015, 0x00180040, 0x00181063,
    0x00185101, 0x0020000D, 0x0020000E, 0x00200011, 0x00200013, 0x00200032, 0x00200037, 0x00200052,
    0x00200060, 0x00200062, 0x00280008, 0x00280010, 0x00280011,
};

constexpr std::uint32_t kFunctionalGroups = 0x52009229;
constexpr std::uint32_t kViewCodes = 0x00540220;

/// The values of the attributes above, as they stand in the file.
class Values : public ScannedValues<Attribute, kTags>
{
public:
    /// False where the file needs more than a scan.
    bool read(std::span<const char> head)
    {
        ElementScan scan(head);
        if (!scan.isScannable())
            return false;
        while (const auto element = scan.next()) {
            if (element->tag >= kFunctionalGroups && element->tag >> 16 == 0x5200)
                return false;
            if (!take(*element) || element->tag == kViewCodes) // what stands in a sequence is not scanned
                return false;
            if (element->tag >= kTags[Columns] && isClassicPlane())
                return has(Rows) && has(Columns);
        }
        return scan.isComplete() && has(Rows) && has(Columns);
    }

private:
    /// Such images have no functional groups, which stand behind all this.
    bool isClassicPlane() const { return has(Position) && has(Orientation); }
};

workflow::ImageSeries seriesOf(const Values &values)
{
    const auto terms = QString::fromLatin1(values.raw(CharacterSetTerms));
    const CharacterSet set(terms.isEmpty() ? QStringList() : terms.split(u'\\'));
    const auto text = [&](Attribute attribute) { return textBy(set, values.raw(attribute).toByteArray()); };
    return {.studyInstanceUid = values.code(StudyInstanceUid),
            .seriesInstanceUid = values.code(SeriesInstanceUid),
            .modality = values.code(Modality),
            .studyDescription = text(StudyDescription),
            .seriesDescription = text(SeriesDescription),
            .seriesNumber = values.integer(SeriesNumber, 0),
            .studyDate = isoDate(values.code(StudyDate)),
            .studyTime = isoTime(values.code(StudyTime)),
            .patientName = personName(text(PatientName)),
            .patientId = text(PatientId),
            .patientBirthDate = isoDate(values.code(PatientBirthDate)),
            .patientSex = values.code(PatientSex),
            .frameOfReferenceUid = values.code(FrameOfReferenceUid),
            .bodyPart = values.code(BodyPart),
            .instances = {}};
}

std::optional<imaging::ImageOrientation> orientationOf(const Values &values)
{
    const auto cosines = values.numbers(Orientation);
    if (cosines.size() != 6)
        return std::nullopt;
    return imaging::ImageOrientation::fromCosines(std::span<const double, 6>(cosines));
}

std::optional<imaging::Vector3> positionOf(const Values &values)
{
    const auto mm = values.numbers(Position);
    return mm.size() == 3 ? std::optional(imaging::Vector3{mm[0], mm[1], mm[2]}) : std::nullopt;
}

/// What seriesOf() reads.
constexpr std::array kOfSeries{CharacterSetTerms, StudyDate,         StudyTime,          Modality,
                               StudyDescription,  SeriesDescription, PatientName,        PatientId,
                               PatientBirthDate,  PatientSex,        BodyPart,           StudyInstanceUid,
                               SeriesInstanceUid, SeriesNumber,      FrameOfReferenceUid};

/// The same as it stands in the file.
using SeriesValues = std::array<QByteArrayView, kOfSeries.size()>;

SeriesValues seriesValues(const Values &values)
{
    SeriesValues result;
    std::ranges::transform(kOfSeries, result.begin(),
                           [&values](Attribute attribute) { return values.raw(attribute); });
    return result;
}

workflow::ImageRole roleOf(const Values &values)
{
    const auto kinds = values.raw(ImageType).toByteArray().split('\\');
    return imageRole(scannedCode(kinds.value(1)), scannedCode(kinds.value(2)));
}

InstanceHeader headerOf(const Values &values, const workflow::ImageSeries &series, const QString &path)
{
    const auto orientation = orientationOf(values);
    const auto position = positionOf(values);
    const auto ofImage = values.code(ImageLaterality);
    return {
        .series = series,
        .instance = {.sopInstanceUid = values.code(SopInstanceUid),
                     .instanceNumber = values.integer(InstanceNumber, 0),
                     .frames = 1,
                     .location = path,
                     .plane = slicePlane(orientation, position),
                     .framesPerSecond = framesPerSecond(values.number(RecommendedFrameRate),
                                                        values.number(FrameTime), values.number(CineRate)),
                     .laterality = ofImage.isEmpty() ? values.code(Laterality) : ofImage,
                     .view = values.code(ViewPosition),
                     .role = roleOf(values)},
        .orientation = orientation,
        .position = position};
}

} // namespace

std::optional<InstanceHeader> HeaderScanner::scan(const QString &path)
{
    m_room.resize(kHeadSizes.back());
    FileHead head(m_files, path, m_room);
    for (const auto size : kHeadSizes) {
        const auto bytes = head.first(size);
        Values values;
        if (values.read(bytes)) {
            if (values.integer(Frames, 1) > 1) // how many are there is not said in the header
                return std::nullopt;
            if (!isSeriesBefore(seriesValues(values)))
                keepSeries(seriesOf(values), seriesValues(values));
            return headerOf(values, m_series, path);
        }
        if (bytes.size() < size)
            break;
    }
    return std::nullopt;
}

bool HeaderScanner::isSeriesBefore(std::span<const QByteArrayView> values) const
{
    return std::ranges::equal(values, m_seriesValues);
}

void HeaderScanner::keepSeries(workflow::ImageSeries series, std::span<const QByteArrayView> values)
{
    m_series = std::move(series);
    m_seriesValues.clear();
    for (const auto value : values)
        m_seriesValues.push_back(value.toByteArray());
}

std::optional<InstanceHeader> scanHeader(const QString &path)
{
    return HeaderScanner().scan(path);
}

} // namespace simiao::dicom
