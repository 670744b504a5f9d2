#include "integration/dicom/header_scan.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/element_scan.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/frame_rate.h"
#include "integration/dicom/plane.h"
#include "integration/dicom/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::size_t, 2> kHeadSizes{8 * 1024, 64 * 1024};

enum Attribute : std::size_t {
    CharacterSetTerms,
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
    StudyInstanceUid,
    SeriesInstanceUid,
    SeriesNumber,
    InstanceNumber,
    Position,
    Orientation,
    FrameOfReferenceUid,
    Frames,
    Rows,
    Columns,
    AttributeCount,
};

/// In the order of the enumeration, which is that of a data set.
constexpr std::array<std::uint32_t, AttributeCount> kTags{
    0x00080005, 0x00080018, 0x00080020, 0x00080030, 0x00080060, 0x00081030, 0x0008103E,
    0x00082144, 0x00100010, 0x00100020, 0x00100030, 0x00100040, 0x00180015, 0x00180040,
    0x00181063, 0x0020000D, 0x0020000E, 0x00200011, 0x00200013, 0x00200032, 0x00200037,
    0x00200052, 0x00280008, 0x00280010, 0x00280011,
};

constexpr std::uint32_t kFunctionalGroups = 0x52009229;

/// The values of the attributes above, as they stand in the file.
class Values
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
            if (!take(*element))
                return false;
            if (element->tag >= kTags[Columns] && isClassicPlane())
                return has(Rows) && has(Columns);
        }
        return scan.isComplete() && has(Rows) && has(Columns);
    }

    bool has(Attribute attribute) const { return !m_values[attribute].isEmpty(); }
    QByteArrayView raw(Attribute attribute) const { return m_values[attribute]; }

    /// The first of several values.
    QString code(Attribute attribute) const
    {
        const auto value = raw(attribute);
        const auto end = std::min(value.indexOf('\\') < 0 ? value.size() : value.indexOf('\\'),
                                  value.indexOf('\0') < 0 ? value.size() : value.indexOf('\0'));
        return QString::fromLatin1(value.first(end)).trimmed();
    }

    /// Decimal strings with backslashes between them; nothing where one cannot be read.
    std::vector<double> numbers(Attribute attribute) const
    {
        std::vector<double> result;
        for (const auto &part : raw(attribute).toByteArray().split('\\')) {
            bool isNumber = false;
            const double value = part.trimmed().toDouble(&isNumber);
            if (!isNumber || !std::isfinite(value))
                return {};
            result.push_back(value);
        }
        return result;
    }

    std::optional<double> number(Attribute attribute) const
    {
        const auto values = has(attribute) ? numbers(attribute) : std::vector<double>();
        return values.empty() ? std::nullopt : std::optional(values.front());
    }

    int integer(Attribute attribute, int otherwise) const
    {
        const auto values = has(attribute) ? numbers(attribute) : std::vector<double>();
        return values.empty() || std::abs(values.front()) > 2e9 ? otherwise
                                                                : static_cast<int>(values.front());
    }

private:
    bool take(const ElementScan::Element &element)
    {
        const auto found = std::ranges::lower_bound(kTags, element.tag);
        if (found == kTags.end() || *found != element.tag)
            return true;
        m_values[static_cast<std::size_t>(found - kTags.begin())] = element.value;
        return element.vr[0] != 'U' || element.vr[1] != 'N';
    }

    /// Such images have no functional groups, which stand behind all this.
    bool isClassicPlane() const { return has(Position) && has(Orientation); }

    std::array<QByteArrayView, AttributeCount> m_values;
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

InstanceHeader headerOf(const Values &values, const QString &path)
{
    return {
        .series = seriesOf(values),
        .instance = {.sopInstanceUid = values.code(SopInstanceUid),
                     .instanceNumber = values.integer(InstanceNumber, 0),
                     .frames = std::max(1, values.integer(Frames, 1)),
                     .location = path,
                     .plane = slicePlane(orientationOf(values), positionOf(values)),
                     .framesPerSecond = framesPerSecond(values.number(RecommendedFrameRate),
                                                        values.number(FrameTime), values.number(CineRate))},
        .orientation = orientationOf(values),
        .position = positionOf(values)};
}

} // namespace

std::optional<InstanceHeader> scanHeader(const QString &path)
{
    thread_local std::vector<char> room(kHeadSizes.back());
    for (const auto size : kHeadSizes) {
        const auto count = readFileHead(path, std::span(room).first(size));
        Values values;
        if (values.read(std::span(room).first(count)))
            return headerOf(values, path);
        if (count < size)
            break;
    }
    return std::nullopt;
}

} // namespace simiao::dicom
