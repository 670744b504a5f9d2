#include "integration/dicom/series_texts.h"

#include "core/try.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/scanned_values.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using workflow::ImageSeries;
using workflow::SeriesReading;

namespace {

/// What people wrote, as it stands in a file.
struct RawTexts
{
    QByteArray terms; ///< Specific Character Set
    QByteArray studyDescription;
    QByteArray seriesDescription;
    QByteArray patientName;
    QByteArray patientId;

    std::array<QByteArray, 4> texts() const
    {
        return {studyDescription, seriesDescription, patientName, patientId};
    }
};

enum Attribute : std::size_t {
    CharacterSetTerms,
    StudyDescription,
    SeriesDescription,
    PatientName,
    PatientId,
    AttributeCount,
};

/// In the order of the enumeration, which is that of a data set.
constexpr std::array<std::uint32_t, AttributeCount> kTags{0x00080005, 0x00081030, 0x0008103E, 0x00100010,
                                                          0x00100020};

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
            if (element->tag > kTags[PatientId])
                return true;
            if (!take(*element))
                return false;
        }
        return scan.isComplete();
    }

    RawTexts texts() const
    {
        const auto bytes = [this](Attribute attribute) { return raw(attribute).toByteArray(); };
        return {bytes(CharacterSetTerms), bytes(StudyDescription), bytes(SeriesDescription),
                bytes(PatientName), bytes(PatientId)};
    }
};

Result<RawTexts> parsedTexts(const QString &path)
{
    TRY(const auto file, openDataset(path));
    auto &dataset = file.dataset();
    return RawTexts{rawText(dataset, DCM_SpecificCharacterSet), rawText(dataset, DCM_StudyDescription),
                    rawText(dataset, DCM_SeriesDescription), rawText(dataset, DCM_PatientName),
                    rawText(dataset, DCM_PatientID)};
}

/// By the first bytes, else by the toolkit.
Result<RawTexts> textsOf(const QString &path, std::vector<char> &room)
{
    room.resize(kHeadSizes.back());
    for (const auto size : kHeadSizes) {
        const auto count = readFileHead(path, std::span(room).first(size));
        Values values;
        if (values.read(std::span(room).first(count)))
            return values.texts();
        if (count < size)
            break;
    }
    return parsedTexts(path);
}

CharacterSet setOf(const QString &terms)
{
    return CharacterSet(terms.isEmpty() ? QStringList() : terms.split(u'\\'));
}

SeriesReading readBy(const QString &characterSet, const RawTexts &raw, ImageSeries series)
{
    const auto declared = QString::fromLatin1(raw.terms).trimmed();
    const auto set = setOf(characterSet.isEmpty() ? declared : characterSet);
    series.studyDescription = textBy(set, raw.studyDescription);
    series.seriesDescription = textBy(set, raw.seriesDescription);
    series.patientName = personName(textBy(set, raw.patientName));
    series.patientId = textBy(set, raw.patientId);
    series.characterSet = characterSet;
    const auto texts = raw.texts();
    const bool isClean =
        std::ranges::all_of(texts, [&set](const QByteArray &bytes) { return set.decode(bytes).isClean; });
    const bool isSuspect =
        std::ranges::any_of(texts, [&set](const QByteArray &bytes) { return looksMislabelled(set, bytes); });
    return {.series = std::move(series),
            .declared = declared,
            .isClean = isClean,
            .likelier = isSuspect ? u"GB18030"_s : QString()};
}

} // namespace

Result<std::vector<SeriesReading>> readSeriesTexts(std::vector<ImageSeries> series,
                                                   const QString &characterSet,
                                                   const std::stop_token &stop)
{
    if (!setOf(characterSet).isKnown())
        return Error{ErrorKind::Invalid, u"imaging.charset-unknown"_s, characterSet};
    std::vector<SeriesReading> readings;
    std::vector<char> room;
    std::optional<Error> failure;
    bool isAnyRead = false;
    for (auto &one : series) {
        if (stop.stop_requested())
            return cancelled();
        if (one.instances.empty()) {
            readings.push_back({.series = std::move(one), .declared = {}});
            continue;
        }
        const auto path = one.instances.front().location;
        if (const auto raw = textsOf(path, room)) {
            readings.push_back(readBy(characterSet, *raw, std::move(one)));
            isAnyRead = true;
        } else {
            failure = raw.error();
            readings.push_back({.series = std::move(one), .declared = {}}); // stays as it is
        }
    }
    if (failure && !isAnyRead)
        return *std::move(failure);
    return readings;
}

} // namespace simiao::dicom
