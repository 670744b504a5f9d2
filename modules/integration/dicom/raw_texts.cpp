#include "integration/dicom/raw_texts.h"

#include "core/try.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/scanned_values.h"
#include "integration/dicom/text.h"

#include <QFileInfo>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <optional>
#include <span>
#include <vector>

namespace simiao::dicom {

namespace {

/// Of one study many times over; beyond, what was read before is forgotten.
constexpr qsizetype kMostKnown = 4096;

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

/// By the first bytes, else by the toolkit.
Result<RawTexts> readTexts(const QString &path, const RawTextParser &parse)
{
    std::vector<char> room(kHeadSizes.back());
    FileOpener files;
    FileHead head(files, path, room);
    for (const auto size : kHeadSizes) {
        const auto bytes = head.first(size);
        Values values;
        if (values.read(bytes))
            return values.texts();
        if (bytes.size() < size)
            break;
    }
    return parse(path);
}

} // namespace

RawTexts rawTextsOf(const DatasetFile &file)
{
    auto &dataset = file.dataset();
    return {rawText(dataset, DCM_SpecificCharacterSet), rawText(dataset, DCM_StudyDescription),
            rawText(dataset, DCM_SeriesDescription), rawText(dataset, DCM_PatientName),
            rawText(dataset, DCM_PatientID)};
}

Result<RawTexts> rawTextsOf(const QString &path)
{
    TRY(const auto file, openDataset(path));
    return rawTextsOf(file);
}

Result<RawTexts> RawTextReader::textsOf(const QString &path)
{
    const QFileInfo file(path);
    const auto size = file.size();
    const auto changed = file.lastModified();
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.constFind(path);
        if (known != m_known.cend() && known->size == size && known->changed == changed)
            return known->texts;
    }
    TRY(auto texts, readTexts(path, m_parse));
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    m_known.insert(path, {.size = size, .changed = changed, .texts = texts});
    return texts;
}

} // namespace simiao::dicom
